import { addDays, type Day } from '@sampan/kernel';
import {
  type Direction,
  type FactClass,
  type InstrumentVersion,
  itemOf,
  type Rating,
} from '../instruments/instrument.rules';
import { countingSignals, type Signal, type SignalKind, tierByItself } from '../signals/signal.rules';
import { type BandCode, highestTier, type Tier } from './tier.rules';

/** Whole points, so that anybody can add them up on paper. */
export interface ItemPoints {
  readonly present: number;
  readonly partial: number;
}

export interface Band {
  readonly code: BandCode;
  /** Lowest sum of points of the band; the lowest band has none. */
  readonly from: number | null;
}

/** One version of a score card. Published: it never changes and never scores anything that another version scored. */
export interface ScoreCard {
  readonly id: string;
  readonly version: number;
  readonly instrumentId: string;
  readonly publishedOn: Day;
  readonly calibration: 'not-calibrated';
  readonly base: number;
  readonly items: Readonly<Record<string, ItemPoints>>;
  /** Per kind of signal, lowest magnitude first: the last step that is reached counts. */
  readonly signals: Readonly<Record<string, readonly { readonly from: number; readonly points: number }[]>>;
  /** Lowest first. */
  readonly bands: readonly Band[];
}

/** One rating of a recorded screening. */
export interface RatedItem {
  readonly item: string;
  readonly rating: Rating;
  /** The day the rating is about: its evidence's, or the screening's. */
  readonly on: Day;
  readonly screeningId: string;
}

/** Something that counted, with where it comes from; its words are looked up in the version it was rated with. */
export interface ScoreFact {
  /** Stays the same while the fact is the same: what is new since last time is told by it. */
  readonly key: string;
  readonly code: string;
  readonly direction: Direction;
  readonly points: number;
  readonly partly: boolean;
  /** Of a signal: how many, how grave. */
  readonly magnitude: number | null;
  readonly fact: FactClass;
  readonly on: Day;
  /** First day on which it no longer counts; null when it stays. */
  readonly expiresOn: Day | null;
  readonly source: { readonly type: string; readonly id: string };
  readonly byItself: Tier | null;
}

export interface UnknownItem {
  readonly code: string;
  readonly direction: Direction;
  /** How far the answer could move the score, in points. */
  readonly points: number;
  readonly fact: FactClass;
}

export interface Score {
  readonly cardId: string;
  readonly calibration: 'not-calibrated';
  readonly points: number;
  /** The sum if every unknown answer turned out for the better, and for the worse. */
  readonly low: number;
  readonly high: number;
  readonly band: BandCode;
  readonly lowBand: BandCode;
  readonly highBand: BandCode;
  /** What the points or a fact by itself ask for; null when nothing is asked. */
  readonly tier: Tier | null;
  readonly facts: readonly ScoreFact[];
  readonly unknown: readonly UnknownItem[];
}

export interface Rulebook {
  readonly card: ScoreCard;
  readonly instrument: InstrumentVersion;
  readonly kinds: readonly SignalKind[];
}

export interface Known {
  readonly ratings: readonly RatedItem[];
  readonly signals: readonly Signal[];
}

export const bandOf = (card: ScoreCard, points: number): BandCode =>
  card.bands.filter(({ from }) => from === null || points >= from).at(-1)?.code ?? 'low';

const tierOfBand = (band: BandCode): Tier | null => (band === 'low' ? null : band);

/**
 * Adds up the card. Only sums: no caps, no products, so that every listed fact moves the score by exactly its points,
 * and nothing that is not listed moves it at all.
 */
export const scoreOf = (rulebook: Rulebook, known: Known, today: Day): Score => {
  const { card } = rulebook;
  const current = currentRatings(rulebook, known.ratings, today);
  const facts = [...factsOfRatings(rulebook, current), ...factsOfSignals(rulebook, known.signals, today)];
  const unknown = unknownItems(rulebook, current);

  const points = facts.reduce((sum, fact) => sum + fact.points, card.base);
  const low = unknown.reduce((sum, item) => sum + Math.min(0, item.points), points);
  const high = unknown.reduce((sum, item) => sum + Math.max(0, item.points), points);
  const band = bandOf(card, points);
  return {
    cardId: card.id,
    calibration: card.calibration,
    points,
    low,
    high,
    band,
    lowBand: bandOf(card, low),
    highBand: bandOf(card, high),
    tier: highestTier([tierOfBand(band), ...facts.map(({ byItself }) => byItself)]),
    facts: facts.sort(byWeight),
    unknown: unknown.sort(byWeight),
  };
};

/** Heaviest first; equal weights by code, so that one score is always written down the same way. */
const byWeight = (
  a: { points: number; code: string; key?: string },
  b: { points: number; code: string; key?: string },
): number =>
  Math.abs(b.points) - Math.abs(a.points) || (`${a.code} ${a.key ?? ''}` < `${b.code} ${b.key ?? ''}` ? -1 : 1);

const validUntil = (validDays: number | null, on: Day): Day | null =>
  validDays === null ? null : addDays(on, validDays);

/** The ratings that still count, one per item; a rating that is too old is unknown again. */
const currentRatings = (
  { instrument }: Rulebook,
  ratings: readonly RatedItem[],
  today: Day,
): ReadonlyMap<string, RatedItem> =>
  new Map(
    ratings
      .filter(({ item, on }) => {
        const known = itemOf(instrument, item);
        const until = known ? validUntil(known.validDays, on) : null;
        return known !== undefined && (until === null || today < until);
      })
      .map((rated) => [rated.item, rated]),
  );

const factsOfRatings = ({ card, instrument }: Rulebook, current: ReadonlyMap<string, RatedItem>): ScoreFact[] =>
  instrument.items.flatMap((item) => {
    const rated = current.get(item.code);
    const points = card.items[item.code];
    if (!rated || !points || (rated.rating !== 'present' && rated.rating !== 'partial')) {
      return [];
    }
    return [
      {
        key: `item:${item.code}:${rated.rating}`,
        code: item.code,
        direction: item.direction,
        points: points[rated.rating],
        partly: rated.rating === 'partial',
        magnitude: null,
        fact: item.fact,
        on: rated.on,
        expiresOn: validUntil(item.validDays, rated.on),
        source: { type: 'screening', id: rated.screeningId },
        byItself: null,
      },
    ];
  });

const factsOfSignals = ({ card, kinds }: Rulebook, signals: readonly Signal[], today: Day): ScoreFact[] =>
  countingSignals(signals, today).flatMap((signal) => {
    const kind = kinds.find(({ code }) => code === signal.kind);
    const step = card.signals[signal.kind]?.filter(({ from }) => signal.magnitude >= from).at(-1);
    if (!kind || !step) {
      return [];
    }
    return [
      {
        key: `signal:${signal.kind}:${signal.episode}:${step.points}`,
        code: signal.kind,
        direction: 'risk' as const,
        points: step.points,
        partly: false,
        magnitude: signal.magnitude,
        fact: kind.fact,
        on: signal.happenedOn,
        expiresOn: signal.expiresOn,
        source: { type: signal.sourceType, id: signal.sourceId },
        byItself: tierByItself(kind, signal.magnitude),
      },
    ];
  });

/** Missing is not absent: what nobody rated is as unknown as what was rated so. */
const unknownItems = ({ card, instrument }: Rulebook, current: ReadonlyMap<string, RatedItem>): UnknownItem[] =>
  instrument.items.flatMap(({ code, direction, fact }) => {
    const points = card.items[code];
    const rating = current.get(code)?.rating ?? 'unknown';
    return rating === 'unknown' && points ? [{ code, direction, points: points.present, fact }] : [];
  });
