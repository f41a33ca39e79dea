import { addDays, type Day } from '@sampan/kernel';
import type { FactClass } from '../instruments/instrument.rules';
import type { LocalisedText } from '../instruments/localised-text';
import type { Tier } from '../score-cards/tier.rules';

/** A kind of dated fact that arrives by itself from another room. Data: thresholds are numbers here, not code. */
export interface SignalKind {
  readonly code: string;
  readonly fact: FactClass;
  /** Below this magnitude the news is ordinary life and no signal. */
  readonly smallestMagnitude: number;
  /** Days after the fact from which it no longer counts. */
  readonly expiresAfterDays: number;
  /** From a magnitude on, this fact alone asks for a person's eyes, whatever the sum of points. */
  readonly raisesByItself: readonly { readonly from: number; readonly tier: Tier }[];
  /** May hold `{magnitude}`. */
  readonly text: LocalisedText;
}

/** What a handler makes of an event. `thread` is the thing it is about: a newer signal of one kind and thread replaces the older. */
export interface SignalDraft {
  readonly kind: string;
  readonly thread: string;
  readonly magnitude: number;
  readonly happenedOn: Day;
  readonly sourceType: string;
  readonly sourceId: string;
}

export interface Signal extends SignalDraft {
  readonly id: string;
  /** Id of the first signal of one uninterrupted growth: 3, 4, 5 missed sessions in a row are one episode. */
  readonly episode: string;
  readonly expiresOn: Day;
}

/**
 * The episode of a new signal, given the newest one of its kind and thread. A count that grows goes on; one that
 * starts again is a new fact, about which a person has not yet decided. News may arrive late and out of order.
 */
export const episodeOf = (draft: SignalDraft, id: string, newest: Signal | null): string => {
  if (!newest || !(isLive(newest, draft.happenedOn) || draft.happenedOn < newest.happenedOn)) {
    return id;
  }
  const isLate = draft.happenedOn < newest.happenedOn;
  return isLate || draft.magnitude > newest.magnitude ? newest.episode : id;
};

export const expiryOf = (kind: SignalKind, happenedOn: Day): Day => addDays(happenedOn, kind.expiresAfterDays);

/** A signal counts up to the day before its expiry. */
export const isLive = ({ expiresOn }: Pick<Signal, 'expiresOn'>, today: Day): boolean => today < expiresOn;

/**
 * One fact per kind and thread: the newest, and of one day the gravest. Three and then four missed sessions of one
 * course are one fact that grew, not two facts; otherwise taking one away would not move the score.
 */
export const countingSignals = <S extends Signal>(signals: readonly S[], today: Day): readonly S[] => {
  const newest = new Map<string, S>();
  for (const signal of signals) {
    const key = `${signal.kind} ${signal.thread}`;
    const other = newest.get(key);
    if (!other || isNewer(signal, other)) {
      newest.set(key, signal);
    }
  }
  return [...newest.values()].filter((signal) => isLive(signal, today)).sort((a, b) => compare(a.id, b.id));
};

const isNewer = (signal: Signal, other: Signal): boolean =>
  (compare(signal.happenedOn, other.happenedOn) || signal.magnitude - other.magnitude || compare(signal.id, other.id)) >
  0;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const tierByItself = (kind: SignalKind, magnitude: number): Tier | null =>
  kind.raisesByItself.filter(({ from }) => magnitude >= from).at(-1)?.tier ?? null;
