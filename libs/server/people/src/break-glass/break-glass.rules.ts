import { DomainError, ruleBroken } from '@sampan/kernel';

/** Why somebody needs to see a person who is not theirs, now. */
export const BREAK_GLASS_REASONS = ['danger-now', 'health-emergency', 'person-is-here', 'colleague-away', 'authority-asks'] as const;
export type BreakGlassReason = (typeof BREAK_GLASS_REASONS)[number];

export const REVIEW_VERDICTS = ['justified', 'to-follow-up'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export const BREAK_GLASS_STATES = ['running', 'ended'] as const;
export type BreakGlassState = (typeof BREAK_GLASS_STATES)[number];

/** A sentence, not a dot: whoever reviews it must understand it. */
export const LEAST_REASON = 20;
/** Somebody who mistypes needs three tries; somebody who tries numbers out needs thousands. */
export const MOST_REFUSALS_A_DAY = 10;

const letters = (text: string): number => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text.trim())].length;

/** @param refusals how often this worker was told during the last day that there is no such person */
export const whyNotBreakGlass = (reason: string, refusals: number): DomainError | null => {
  if (refusals >= MOST_REFUSALS_A_DAY) {
    return new DomainError('too-many', 'BREAK_GLASS_TOO_MANY_TRIES', 'Too many references that do not exist. Ask your supervisor.');
  }
  return letters(reason) < LEAST_REASON ? ruleBroken('REASON_TOO_SHORT', `Say in at least ${LEAST_REASON} letters why this cannot wait.`, { least: LEAST_REASON }) : null;
};

interface Access {
  readonly userId: string;
  readonly until: Date;
  readonly reviewedAt: Date | null;
}

/** At the very moment `until` it is over. */
export const stateOf = ({ until }: Pick<Access, 'until'>, now: Date): BreakGlassState => (now < until ? 'running' : 'ended');

export const whyNotReview = ({ userId, reviewedAt }: Access, reviewerId: string): DomainError | null => {
  if (userId === reviewerId) {
    return new DomainError('not-allowed', 'OWN_BREAK_GLASS', 'Nobody reviews what they did themselves.');
  }
  return reviewedAt ? ruleBroken('REVIEWED_ALREADY', 'Somebody has reviewed this already.') : null;
};
