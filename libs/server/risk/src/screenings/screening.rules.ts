import { ruleBroken, type Day, type DomainError } from '@sampan/kernel';
import { itemOf, mayRecordWith, type InstrumentVersion, type Rating } from '../instruments/instrument.rules';
import type { RatedItem } from '../score-cards/score-card.rules';
import { isHigher, type BandCode, type Tier } from '../score-cards/tier.rules';

export interface Answer {
  readonly item: string;
  readonly rating: string;
  readonly evidence: string | null;
  readonly on: Day | null;
}

export interface ScreeningDraft {
  readonly screenedOn: Day;
  readonly answers: readonly Answer[];
  /** The worker's own judgement; null leaves it to the points. */
  readonly ownLevel: BandCode | null;
  readonly ownReasons: string | null;
}

/** Why a screening is refused. Every refusal names what to correct; nothing is stored, so the draft stays as it is. */
export const whyNotRecord = (
  instrument: InstrumentVersion | null,
  draft: ScreeningDraft,
  today: Day,
): DomainError | null => {
  if (!instrument || !mayRecordWith(instrument)) {
    return ruleBroken('INSTRUMENT_NOT_PUBLISHED', 'This version of the instrument is not published.');
  }
  if (draft.screenedOn > today || draft.answers.some(({ on }) => on !== null && on > today)) {
    return ruleBroken('SCREENING_IN_FUTURE', 'A screening, and what it is based on, cannot lie in the future.');
  }
  const seen = new Set<string>();
  for (const { item, rating } of draft.answers) {
    if (!itemOf(instrument, item)) {
      return ruleBroken('ITEM_UNKNOWN', 'The instrument has no such item.', { item });
    }
    if (!instrument.scale.some((step) => step.rating === rating)) {
      return ruleBroken('RATING_OUT_OF_SCALE', 'The rating is not on the scale of the instrument.', { item });
    }
    if (seen.has(item)) {
      return ruleBroken('ITEM_RATED_TWICE', 'An item is rated once.', { item });
    }
    seen.add(item);
  }
  return draft.ownLevel !== null && !draft.ownReasons?.trim()
    ? ruleBroken('OWN_LEVEL_REASON_MISSING', 'Your own level needs your reasons.')
    : null;
};

export const ratedItems = (
  screening: Pick<ScreeningDraft, 'screenedOn' | 'answers'> & { readonly id: string },
): readonly RatedItem[] =>
  screening.answers.map(({ item, rating, on }) => ({
    item,
    rating: rating as Rating,
    on: on ?? screening.screenedOn,
    screeningId: screening.id,
  }));

const OFFER_SECTION = 'offer';

export type OfferFinding = 'not-asked' | 'warning-signs' | 'no-warning-signs';

/** No sign found is not the same as safe: the screen must say so. */
export const offerFinding = (
  instrument: InstrumentVersion,
  ratings: readonly Pick<RatedItem, 'item' | 'rating'>[],
): OfferFinding => {
  const asked = ratings.filter(
    ({ item, rating }) => itemOf(instrument, item)?.section === OFFER_SECTION && rating !== 'unknown',
  );
  if (asked.length === 0) {
    return 'not-asked';
  }
  return asked.some(({ rating }) => rating !== 'absent') ? 'warning-signs' : 'no-warning-signs';
};

/** A worker may see more danger than the points do, and then a flag is raised for it; a lower level never hides one. */
export const tierOfOwnLevel = (level: BandCode | null): Tier | null =>
  level === null || level === 'low' ? null : level;

export type Override = 'none' | 'higher' | 'lower';

export const overrideOf = (ownLevel: BandCode | null, tier: Tier | null): Override => {
  if (ownLevel === null) {
    return 'none';
  }
  const own = tierOfOwnLevel(ownLevel);
  return isHigher(own, tier) ? 'higher' : isHigher(tier, own) ? 'lower' : 'none';
};
