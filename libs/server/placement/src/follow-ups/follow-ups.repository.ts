import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import type { SelectQueryBuilder } from 'typeorm';
import { inOrderOf } from '../lists/newest-first';
import { FollowUpAttempt } from './follow-up-attempt.entity';
import type { FollowUpsQuery, FollowUpView } from './follow-up.dto';
import { FollowUp } from './follow-up.entity';

const OVER = ['reached', 'stopped'];

const VIEWS: Readonly<Record<FollowUpView, string>> = {
  due: 'f.windowFrom <= :today AND f.windowTo >= :today',
  upcoming: 'f.windowFrom > :today',
  missed: 'f.windowTo < :today',
};

@Injectable()
export class FollowUpsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<FollowUp | null> {
    return this.within(viewer).andWhere('f.id = :id', { id }).getOne();
  }

  /** Locks the row: attempts are counted one after the other. */
  findForChange(viewer: Viewer, id: string): Promise<FollowUp | null> {
    return this.within(viewer).andWhere('f.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  list(viewer: Viewer, { view = 'due', ...page }: FollowUpsQuery, today: string): Promise<Page<FollowUp>> {
    const rows = this.within(viewer).andWhere(VIEWS[view], { today }).andWhere('f.state <> ALL(:over)', { over: OVER });
    return inOrderOf(rows, 'dueOn', 'day', page, (followUp) => followUp);
  }

  ofPlacement(placementId: string): Promise<FollowUp[]> {
    return this.unitOfWork.manager.find(FollowUp, { where: { placementId }, order: { checkDay: 'ASC' } });
  }

  /** What the calendar may have changed at a centre, locked: state by the day, or a window that has passed untold. */
  openAt(centreId: string, today: string, most: number): Promise<FollowUp[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(FollowUp, 'f')
      .where('f.centreId = :centreId', { centreId })
      .andWhere(
        `((f.state = 'scheduled' AND f.windowFrom <= :today) OR (f.state IN ('due', 'attempted') AND f.dueOn < :today)
          OR (f.state <> ALL(:over) AND f.windowTo < :today AND f.missedOn IS NULL))`,
        { today, over: OVER },
      )
      .orderBy('f.dueOn', 'ASC')
      .addOrderBy('f.id', 'ASC')
      .limit(most)
      .setLock('pessimistic_write')
      .getMany();
  }

  async add(followUps: readonly FollowUp[]): Promise<void> {
    await this.unitOfWork.manager.insert(FollowUp, [...followUps]);
  }

  async change(id: string, change: Partial<FollowUp>): Promise<void> {
    await this.unitOfWork.manager.update(FollowUp, { id }, change);
  }

  /** Without a viewer: a withdrawn consent binds whoever would have called. */
  async stopAllOf(personId: string): Promise<void> {
    await this.stop('personId', personId);
  }

  async stopAllAt(placementId: string): Promise<void> {
    await this.stop('placementId', placementId);
  }

  async addAttempt(attempt: FollowUpAttempt): Promise<void> {
    await this.unitOfWork.manager.insert(FollowUpAttempt, attempt);
  }

  attemptsOf(followUpId: string): Promise<FollowUpAttempt[]> {
    return this.unitOfWork.manager.find(FollowUpAttempt, { where: { followUpId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** The channels of every attempt at these checks, one per attempt. */
  async channelsOf(followUpIds: readonly string[]): Promise<string[]> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(FollowUpAttempt, 'a')
      .select(['a.id', 'a.channel'])
      .where('a.followUpId = ANY(:ids)', { ids: [...followUpIds] })
      .getMany();
    return rows.map(({ channel }) => channel);
  }

  private async stop(property: 'personId' | 'placementId', id: string): Promise<void> {
    await this.unitOfWork.manager
      .createQueryBuilder()
      .update(FollowUp)
      .set({ state: 'stopped' })
      .where(`${property === 'personId' ? 'person_id' : 'placement_id'} = :id AND state <> ALL(:over)`, { id, over: OVER })
      .execute();
  }

  private within(viewer: Viewer): SelectQueryBuilder<FollowUp> {
    return limitToReach(this.unitOfWork.manager.createQueryBuilder(FollowUp, 'f'), viewer, { centre: 'f.centreId', person: 'f.personId' });
  }
}
