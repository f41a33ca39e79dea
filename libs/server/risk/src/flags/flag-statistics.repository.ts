import { Injectable } from '@nestjs/common';
import { SYSTEM_USER_ID, UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { RiskScore } from '../scores/risk-score.entity';
import { Screening } from '../screenings/screening.entity';
import { FlagReview } from './flag-review.entity';
import type { CountedLevels, CountedReviews } from './flag-statistics.rules';

@Injectable()
export class FlagStatisticsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Without what the product closed by itself when somebody withdrew consent: nobody decided that. */
  countReviews(viewer: Viewer, since: string): Promise<CountedReviews[]> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(FlagReview, 'r')
      .select('r.reviewerId', 'workerId')
      .addSelect('r.action', 'action')
      .addSelect('count(*)::int', 'count')
      .where('r.reviewedAt >= :since AND r.reviewerId <> :system', { since, system: SYSTEM_USER_ID })
      .groupBy('r.reviewerId')
      .addGroupBy('r.action');
    return limitToReach(query, viewer, { centre: 'r.centreId', person: 'r.personId' }).getRawMany<CountedReviews>();
  }

  countLevels(viewer: Viewer, since: string): Promise<CountedLevels[]> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Screening, 's')
      .innerJoin(RiskScore, 'score', 'score.id = s.scoreId')
      .select('s.recordedBy', 'workerId')
      .addSelect('s.ownLevel', 'ownLevel')
      .addSelect('score.tier', 'tier')
      .addSelect('count(*)::int', 'count')
      .where('s.recordedAt >= :since AND s.ownLevel IS NOT NULL', { since })
      .groupBy('s.recordedBy')
      .addGroupBy('s.ownLevel')
      .addGroupBy('score.tier');
    return limitToReach(query, viewer, { centre: 's.centreId', person: 's.personId' }).getRawMany<CountedLevels>();
  }
}
