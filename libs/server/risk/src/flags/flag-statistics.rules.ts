import { overrideOf } from '../screenings/screening.rules';
import type { BandCode, Tier } from '../score-cards/tier.rules';
import type { ReviewAction } from './flag.rules';

export interface CountedReviews {
  readonly workerId: string;
  readonly action: ReviewAction;
  readonly count: number;
}

export interface CountedLevels {
  readonly workerId: string;
  readonly ownLevel: BandCode;
  readonly tier: Tier | null;
  readonly count: number;
}

export interface WorkerDecisions {
  readonly workerId: string;
  readonly accepted: number;
  readonly dismissed: number;
  readonly deferred: number;
  readonly closed: number;
  readonly levelRaised: number;
  readonly levelLowered: number;
}

/** Decisions and overrides in both directions, by worker. To begin a review decides nothing and is not counted. */
export const decisionsByWorker = (
  reviews: readonly CountedReviews[],
  levels: readonly CountedLevels[],
): readonly WorkerDecisions[] => {
  const workers = [...new Set([...reviews, ...levels].map(({ workerId }) => workerId))].sort();
  return workers.map((workerId) => {
    const reviewed = (action: ReviewAction): number =>
      sum(reviews.filter((one) => one.workerId === workerId && one.action === action));
    const overridden = (direction: 'higher' | 'lower'): number =>
      sum(levels.filter((one) => one.workerId === workerId && overrideOf(one.ownLevel, one.tier) === direction));
    return {
      workerId,
      accepted: reviewed('accept'),
      dismissed: reviewed('dismiss'),
      deferred: reviewed('defer'),
      closed: reviewed('close'),
      levelRaised: overridden('higher'),
      levelLowered: overridden('lower'),
    };
  });
};

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);
