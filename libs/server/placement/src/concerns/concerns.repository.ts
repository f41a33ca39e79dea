import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import type { SelectQueryBuilder } from 'typeorm';
import { newestFirst } from '../lists/newest-first';
import type { ConcernsQuery } from './concern.dto';
import { LabourConcern } from './labour-concern.entity';

@Injectable()
export class ConcernsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<LabourConcern | null> {
    return this.within(viewer).andWhere('c.id = :id', { id }).getOne();
  }

  /** Locks the row: one handler at a time. */
  findForChange(viewer: Viewer, id: string): Promise<LabourConcern | null> {
    return this.within(viewer).andWhere('c.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  list(viewer: Viewer, { state, ...page }: ConcernsQuery): Promise<Page<LabourConcern>> {
    const rows = this.within(viewer);
    if (state) {
      rows.andWhere('c.state = :state', { state });
    }
    return newestFirst(rows, page, (concern) => concern);
  }

  wasRaisedBy(raisedBy: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(LabourConcern, { raisedBy });
  }

  async add(concern: LabourConcern): Promise<void> {
    await this.unitOfWork.manager.insert(LabourConcern, concern);
  }

  async change(id: string, change: Partial<LabourConcern>): Promise<void> {
    await this.unitOfWork.manager.update(LabourConcern, { id }, change);
  }

  private within(viewer: Viewer): SelectQueryBuilder<LabourConcern> {
    return limitToReach(this.unitOfWork.manager.createQueryBuilder(LabourConcern, 'c'), viewer, { centre: 'c.centreId', person: 'c.personId' });
  }
}
