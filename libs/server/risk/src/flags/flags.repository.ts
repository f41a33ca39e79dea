import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Position, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { In, LessThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import type { PersonOfCentre } from '../signals/signals.repository';
import type { Tier } from '../score-cards/tier.rules';
import { FlagReview } from './flag-review.entity';
import { Flag } from './flag.entity';
import { OPEN_STATES, UNDECIDED_STATES, type FlagState } from './flag.rules';

export interface FlagFilter {
  readonly states: readonly FlagState[];
  readonly tier?: Tier;
  /** All records of one person. */
  readonly records?: readonly string[];
}

@Injectable()
export class FlagsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<Flag | null> {
    return this.within(viewer).andWhere('f.id = :id', { id }).getOne();
  }

  /** The queue: who waits longest for an answer comes first. Reads one more than `limit`. */
  list(
    viewer: Viewer,
    { states, tier, records }: FlagFilter,
    position: Position | null,
    limit: number,
  ): Promise<Flag[]> {
    const query = this.within(viewer).andWhere('f.state IN (:...states)', { states });
    if (tier) {
      query.andWhere('f.tier = :tier', { tier });
    }
    if (records) {
      query.andWhere('f.personId = ANY(:records)', { records: [...records] });
    }
    const backwards = position?.direction === 'previous';
    if (position) {
      const [respondBy, id] = position.key;
      query.andWhere(`(f.respondBy, f.id) ${backwards ? '<' : '>'} (:respondBy, :afterId)`, { respondBy, afterId: id });
    }
    const order = backwards ? 'DESC' : 'ASC';
    return query
      .orderBy('f.respondBy', order)
      .addOrderBy('f.id', order)
      .take(limit + 1)
      .getMany();
  }

  listUndecided(viewer: Viewer, personIds: readonly string[]): Promise<Flag[]> {
    if (personIds.length === 0) {
      return Promise.resolve([]);
    }
    return this.within(viewer)
      .andWhere('f.personId IN (:...personIds) AND f.state IN (:...states)', { personIds, states: UNDECIDED_STATES })
      .orderBy('f.respondBy')
      .getMany();
  }

  /** For evaluations, under the lock of the person's standing; the newest, as an accepted one may stand beside it. */
  findOpenOf(personId: string): Promise<Flag | null> {
    return this.unitOfWork.manager.findOne(Flag, {
      where: { personId, state: In([...OPEN_STATES]) },
      order: { raisedAt: 'DESC', id: 'DESC' },
    });
  }

  listDeferredUntil(centreId: string, today: string, limit: number): Promise<PersonOfCentre[]> {
    return this.unitOfWork.manager.find(Flag, {
      select: { personId: true, centreId: true },
      where: { centreId, state: 'deferred', deferredUntil: LessThanOrEqual(today) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  async add(flag: Omit<Flag, 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(Flag, flag);
  }

  async save(flag: Flag): Promise<void> {
    await this.unitOfWork.manager.save(Flag, flag);
  }

  async addReview(review: FlagReview): Promise<void> {
    await this.unitOfWork.manager.insert(FlagReview, review);
  }

  listReviews(flagId: string): Promise<FlagReview[]> {
    return this.unitOfWork.manager.find(FlagReview, { where: { flagId }, order: { reviewedAt: 'DESC', id: 'DESC' } });
  }

  private within(viewer: Viewer): SelectQueryBuilder<Flag> {
    const query = this.unitOfWork.manager.createQueryBuilder(Flag, 'f').where('TRUE');
    limitToReach(query, viewer, { centre: 'f.centreId', person: 'f.personId' });
    return query;
  }
}
