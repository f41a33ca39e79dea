import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import type { SelectQueryBuilder } from 'typeorm';
import { newestFirst } from '../lists/newest-first';
import { Placement } from './placement.entity';
import type { PlacementsQuery } from './placement.dto';

@Injectable()
export class PlacementsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<Placement | null> {
    return this.within(viewer).andWhere('p.id = :id', { id }).getOne();
  }

  /** Locks the row: a placement goes one step at a time. */
  findForChange(viewer: Viewer, id: string): Promise<Placement | null> {
    return this.within(viewer).andWhere('p.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  /** `records`: those of the person whose jobs are asked for. */
  list(viewer: Viewer, { state, source, personId, ...page }: PlacementsQuery, records: readonly string[]): Promise<Page<Placement>> {
    const rows = this.within(viewer);
    if (state) {
      rows.andWhere('p.state = :state', { state });
    }
    if (source) {
      rows.andWhere('p.source = :source', { source });
    }
    if (personId) {
      rows.andWhere('p.personId = ANY(:records)', { records: [...records] });
    }
    return newestFirst(rows, page, (placement) => placement);
  }

  async add(placement: Placement): Promise<void> {
    await this.unitOfWork.manager.insert(Placement, placement);
  }

  async change(id: string, change: Partial<Placement>): Promise<void> {
    await this.unitOfWork.manager.update(Placement, { id }, change);
  }

  private within(viewer: Viewer): SelectQueryBuilder<Placement> {
    return limitToReach(this.unitOfWork.manager.createQueryBuilder(Placement, 'p'), viewer, { centre: 'p.centreId', person: 'p.personId' });
  }
}
