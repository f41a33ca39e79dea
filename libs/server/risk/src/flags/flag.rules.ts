import { addDays, ruleBroken, type Day, type DomainError, type Transitions } from '@sampan/kernel';
import type { ScoreFact } from '../score-cards/score-card.rules';
import { isHigher, type Tier } from '../score-cards/tier.rules';

export const FLAG_STATES = ['raised', 'under-review', 'accepted', 'dismissed', 'deferred', 'closed'] as const;
export type FlagState = (typeof FLAG_STATES)[number];

/** `accepted` reads "help to be offered". Raised again is for new facts, and for the day a deferral ends. */
export const FLAG_TRANSITIONS: Transitions<FlagState> = {
  raised: ['under-review', 'accepted', 'dismissed', 'deferred', 'closed'],
  'under-review': ['accepted', 'dismissed', 'deferred', 'closed'],
  deferred: ['raised', 'under-review', 'accepted', 'dismissed', 'closed'],
  accepted: ['closed'],
  dismissed: ['closed'],
  closed: [],
};

/** Nobody has decided yet: it stands in the queue and its clock runs. */
export const UNDECIDED_STATES = ['raised', 'under-review', 'deferred'] as const satisfies readonly FlagState[];
export const OPEN_STATES = [...UNDECIDED_STATES, 'accepted'] as const satisfies readonly FlagState[];

export const isUndecided = (state: FlagState): boolean => (UNDECIDED_STATES as readonly string[]).includes(state);

export const REVIEW_ACTIONS = ['start', 'accept', 'dismiss', 'defer', 'close'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

const LEADS_TO: Readonly<Record<ReviewAction, FlagState>> = {
  start: 'under-review',
  accept: 'accepted',
  dismiss: 'dismissed',
  defer: 'deferred',
  close: 'closed',
};
export const stateAfter = (action: ReviewAction): FlagState => LEADS_TO[action];

export const CLOSING_OUTCOMES = [
  'help-taken-up',
  'help-declined',
  'situation-changed',
  'not-reached',
  'raised-in-error',
  'consent-withdrawn',
  'merged',
] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];
/** The last two are recorded by the product, never chosen. */
export const CHOSEN_OUTCOMES = [
  'help-taken-up',
  'help-declined',
  'situation-changed',
  'not-reached',
  'raised-in-error',
] as const satisfies readonly ClosingOutcome[];

/** Longer than this is not a pause but a dismissal, which needs its own reason. */
export const LONGEST_DEFERRAL_DAYS = 90;

export interface Review {
  readonly action: ReviewAction;
  readonly reason: string | null;
  readonly offerOfHelp: string | null;
  readonly deferUntil: Day | null;
  readonly outcome: ClosingOutcome | null;
}

/** What a review must say, or the refusal. A decision in either direction has a reason that somebody can read later. */
export const whyNotReview = (review: Review, today: Day): DomainError | null => {
  if (review.action !== 'start' && !review.reason?.trim()) {
    return ruleBroken('FLAG_REASON_MISSING', 'A decision on a flag needs a reason.');
  }
  if (review.action === 'accept' && !review.offerOfHelp) {
    return ruleBroken('FLAG_OFFER_MISSING', 'Accepting a flag means saying which help will be offered.');
  }
  if (review.action === 'close' && !review.outcome) {
    return ruleBroken('FLAG_OUTCOME_MISSING', 'Closing a flag needs an outcome.');
  }
  if (review.action === 'defer') {
    const latest = addDays(today, LONGEST_DEFERRAL_DAYS);
    if (!review.deferUntil || review.deferUntil <= today || review.deferUntil > latest) {
      return ruleBroken('FLAG_DEFERRAL_INVALID', 'A flag is deferred until a day in the next three months.', {
        latest,
      });
    }
  }
  return null;
};

/** Days within which somebody should have answered a flag; under 18, or age in doubt, the stricter clock. */
export const RESPONSE_DAYS: Readonly<Record<Tier, { readonly adult: number; readonly minor: number }>> = {
  moderate: { adult: 14, minor: 3 },
  high: { adult: 3, minor: 1 },
  urgent: { adult: 0, minor: 0 },
};

/** The last day on which an answer is in time. Urgent means the same day. */
export const respondBy = (tier: Tier, raisedOn: Day, treatAsMinor: boolean): Day =>
  addDays(raisedOn, RESPONSE_DAYS[tier][treatAsMinor ? 'minor' : 'adult']);

/** A tier that rises can only bring the clock forward. */
export const earlierOf = (one: Day, other: Day): Day => (one < other ? one : other);

/** What can raise a flag: each risk fact, and a worker's own higher level. Protective facts are nobody's alarm. */
export const alarmKeys = (facts: readonly ScoreFact[], ownLevelKey: string | null): readonly string[] => [
  ...facts.filter(({ direction }) => direction === 'risk').map(({ key }) => key),
  ...(ownLevelKey === null ? [] : [ownLevelKey]),
];

/** What was weighed in a decision and still holds. A fact that went away and came back is new. */
export const stillWeighed = (weighed: readonly string[], alarms: readonly string[]): readonly string[] =>
  weighed.filter((key) => alarms.includes(key));

export interface Standing {
  readonly tier: Tier | null;
  /** Keys of what holds now. */
  readonly alarms: readonly string[];
  /** Keys that a person has weighed in a decision. */
  readonly weighed: readonly string[];
  /** The flag nobody has closed, if there is one. */
  readonly open: { readonly state: FlagState; readonly tier: Tier } | null;
}

export type NextStep = 'nothing' | 'raise' | 'raise-again' | 'refresh';

/**
 * What a new evaluation asks for. A flag that a person has decided is never raised again for the same facts; help
 * that is under way is only joined by a second flag for news that is graver than what was accepted.
 */
export const nextStep = ({ tier, alarms, weighed, open }: Standing): NextStep => {
  const isNews = alarms.some((key) => !weighed.includes(key));
  if (open && isUndecided(open.state)) {
    return open.state === 'deferred' && isNews && tier !== null ? 'raise-again' : 'refresh';
  }
  if (tier === null || !isNews) {
    return 'nothing';
  }
  return open && !isHigher(tier, open.tier) ? 'nothing' : 'raise';
};
