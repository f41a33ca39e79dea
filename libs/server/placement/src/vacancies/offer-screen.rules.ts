import type { Wage } from '../wages/wage.rules';
import { perMonth } from '../wages/wage.rules';

/**
 * Warning signs of an offer, in our own words. Sources: India MEA advisory of 24 Sep 2022; Indonesia Kemlu 2022 and Dec 2024;
 * Thai DOE 23 Oct 2025; KP2MI and Komdigi 2025; ReliefWeb's job-fraud page; UNODC, Key indicators of trafficking in persons for
 * forced criminality (2023). Two more are computed and never asked: pay far above market, and below the legal minimum.
 */
export const OFFER_ITEMS = [
  'no-experience-asked', 'only-typing-or-language', 'suspicious-title', 'employer-uncheckable', 'approached-on-social-media',
  'ticket-housing-food-free', 'tourist-visa', 'hurry-few-questions', 'border-zone-or-known-site', 'no-written-contract-or-licence',
  'no-interview', 'fee-or-documents-asked-first', 'openly-scam-or-gambling', 'on-watch-list',
] as const;
export type OfferItem = (typeof OFFER_ITEMS)[number];

export const COMPUTED_ITEMS = ['pay-far-above-market', 'below-legal-minimum'] as const;
export type ComputedItem = (typeof COMPUTED_ITEMS)[number];

export const OFFER_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

export type OfferAnswers = Readonly<Record<OfferItem, OfferAnswer>>;

/** One of these alone stops an offer, and an unknown here must be found out before anybody is sent. */
export const STOPPING_ITEMS: ReadonlySet<OfferItem | ComputedItem> = new Set<OfferItem | ComputedItem>([
  'tourist-visa', 'border-zone-or-known-site', 'no-written-contract-or-licence', 'fee-or-documents-asked-first', 'openly-scam-or-gambling', 'on-watch-list', 'below-legal-minimum',
]);

/** This many milder signs together stop an offer as well. */
const MILD_SIGNS_THAT_STOP = 3;
/** Paid more than this many times what is usual for the occupation and place. */
const FAR_ABOVE_MARKET = 2;

export const SCREEN_OUTCOMES = ['passed', 'more-needed', 'failed'] as const;
export type ScreenOutcome = (typeof SCREEN_OUTCOMES)[number];

export interface OfferWage {
  readonly wage: Wage;
  /** What is usual for the occupation and place, in the same currency per month; null when nobody knows. */
  readonly usualMonthly: number | null;
  readonly legalMinimumMonthly: number | null;
}

export interface ScreenResult {
  readonly outcome: ScreenOutcome;
  /** Every sign that is present, asked or computed. */
  readonly signs: readonly (OfferItem | ComputedItem)[];
  /** What must be found out first. */
  readonly unknown: readonly (OfferItem | ComputedItem)[];
}

/** The pay compared with the occupation and place, not by feel. */
export const payAnswers = ({ wage, usualMonthly, legalMinimumMonthly }: OfferWage): Record<ComputedItem, OfferAnswer> => {
  const monthly = perMonth(wage);
  const answer = (known: number | null, sign: (paid: number, against: number) => boolean): OfferAnswer => {
    if (monthly === null || known === null) {
      return 'unknown';
    }
    return sign(monthly, known) ? 'yes' : 'no';
  };
  return {
    'pay-far-above-market': answer(usualMonthly, (paid, usual) => paid > usual * FAR_ABOVE_MARKET),
    'below-legal-minimum': answer(legalMinimumMonthly, (paid, minimum) => paid < minimum),
  };
};

export const screenOffer = (answers: OfferAnswers, pay: OfferWage): ScreenResult => {
  const all: Readonly<Record<OfferItem | ComputedItem, OfferAnswer>> = { ...answers, ...payAnswers(pay) };
  const items = [...OFFER_ITEMS, ...COMPUTED_ITEMS];
  const signs = items.filter((item) => all[item] === 'yes');
  // Piece work has no monthly wage to compare, and not every place has a known usual wage: only asked stopping items hold up an offer.
  const unknown = OFFER_ITEMS.filter((item) => all[item] === 'unknown' && STOPPING_ITEMS.has(item));
  const fails = signs.some((item) => STOPPING_ITEMS.has(item)) || signs.length >= MILD_SIGNS_THAT_STOP;
  return { outcome: fails ? 'failed' : unknown.length > 0 ? 'more-needed' : 'passed', signs, unknown };
};
