import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Fact, type Position } from '@sampan/kernel';
import { TimelineEntry } from './timeline-entry.entity';

@Injectable()
export class TimelineRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Once per source and kind: a handler that hears its news twice writes one line. */
  async add(entry: TimelineEntry): Promise<void> {
    await this.unitOfWork.manager.createQueryBuilder().insert().into(TimelineEntry).values({ ...entry, person: undefined }).orIgnore().execute();
  }

  list(personIds: readonly string[], facts: readonly Fact[], rooms: readonly string[], position: Position | null, limit: number): Promise<TimelineEntry[]> {
    const back = position?.direction === 'previous';
    const query = this.unitOfWork.manager
      .createQueryBuilder(TimelineEntry, 'e')
      .where('e.personId = ANY(:personIds)', { personIds })
      .andWhere('e.fact = ANY(:facts)', { facts })
      .orderBy('e.at', back ? 'ASC' : 'DESC')
      .addOrderBy('e.id', back ? 'ASC' : 'DESC')
      .limit(limit);
    if (rooms.length > 0) {
      query.andWhere(`split_part(e.kind, '.', 1) = ANY(:rooms)`, { rooms });
    }
    if (position) {
      const [at, id] = position.key;
      query.andWhere(`(e.at, e.id) ${back ? '>' : '<'} (:at::timestamptz, :id::uuid)`, { at, id });
    }
    return query.getMany();
  }

  async remove(personId: string): Promise<void> {
    await this.unitOfWork.manager.delete(TimelineEntry, { personId });
  }

  /** Anything but the line that says how the record began. */
  hasMore(personId: string, than: string): Promise<boolean> {
    return this.unitOfWork.manager
      .createQueryBuilder(TimelineEntry, 'e')
      .where('e.personId = :personId AND e.kind <> :than', { personId, than })
      .getExists();
  }
}
