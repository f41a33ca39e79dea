import type { PopulationKey } from './populations';

export const INDICATOR_CODES = ['T3', 'T5', 'T6', 'T7', 'T8', 'P1', 'P2', 'P3', 'P4', 'P7', 'C3'] as const;
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/**
 * How an indicator is computed: which measures of which population. A changed definition is a new version.
 * The words beside each number (numerator, denominator, window, exclusions, source) are in `texts/`, in five languages.
 */
export interface Indicator {
  /** Code and basis: `T6/all`. One number on the dashboard. */
  readonly key: string;
  readonly code: IndicatorCode;
  readonly basis: string;
  readonly version: number;
  readonly population: PopulationKey;
  readonly kind: 'count' | 'rate';
  readonly numerator: string;
  readonly denominator: string | null;
  /** Denominator less numerator; decides whether the percentage may be shown. */
  readonly complement: string | null;
  /** For rates with unknown outcomes: confirmed no, known (yes and no together), unknown. */
  readonly no: string | null;
  readonly known: string | null;
  readonly unknown: string | null;
  readonly hasExclusions: boolean;
  /** Day after the event on which the outcome is looked at; null where there is none. */
  readonly day: number | null;
}

const rate = (
  key: string,
  population: PopulationKey,
  [numerator, complement, denominator]: readonly [string, string, string],
  over: Partial<Indicator> = {},
): Indicator => {
  const [code, basis] = key.split('/') as [IndicatorCode, string];
  return {
    key, code, basis, version: 1, population, kind: 'rate', numerator, complement, denominator,
    no: null, known: null, unknown: null, hasExclusions: false, day: null, ...over,
  };
};

const PLACED_DAYS = [30, 90, 180, 365] as const;

export const INDICATORS: readonly Indicator[] = [
  { ...rate('T3/persons', 'entrants', ['entered', '', '']), kind: 'count', complement: null, denominator: null },
  rate('T5/marks', 'attendance', ['present', 'absent', 'base']),
  rate('T5/registers', 'attendance', ['base', 'no-register', 'all']),
  rate('T6/all', 'entrants', ['completed', 'not-completed', 'base'], { hasExclusions: true, day: 90 }),
  rate('T6/without-transfers', 'entrants', ['completed', 'left-or-still', 'base-without-transfers'], { hasExclusions: true, day: 90 }),
  rate('T7/all', 'entrants', ['left-early', 'not-left', 'base'], { hasExclusions: true, day: 90 }),
  rate('T7/without-transfers', 'entrants', ['left-early', 'not-left-without-transfers', 'base-without-transfers'], { hasExclusions: true, day: 90 }),
  rate('T8/completers', 'certification', ['certified', 'uncertified', 'all'], { day: 90 }),
  rate('T8/assessed', 'certification', ['certified-assessed', 'assessed-only', 'assessed'], { day: 90 }),
  rate('P1/exit', 'exiters', ['employed', 'not-confirmed', 'base'], { no: 'not-employed', known: 'known', unknown: 'unknown', hasExclusions: true, day: 180 }),
  rate('P2/completer', 'completers', ['employed', 'not-confirmed-employed', 'base'], { no: 'not-employed', known: 'known', unknown: 'unknown', hasExclusions: true, day: 365 }),
  rate('P3/positive', 'completers', ['positive', 'not-confirmed-positive', 'base'], { no: 'negative', known: 'known', unknown: 'unknown', hasExclusions: true, day: 365 }),
  rate('P4/labour-force', 'completers', ['employed', 'seeking', 'labour-force'], { hasExclusions: true, day: 365 }),
  ...PLACED_DAYS.map((day) =>
    rate(`P7/same-${day}`, `placed-${day}`, ['same', 'rest-same', 'base'], { no: 'not-same', known: 'known-same', unknown: 'unknown', hasExclusions: true, day })),
  ...PLACED_DAYS.map((day) =>
    rate(`P7/any-${day}`, `placed-${day}`, ['any', 'rest-any', 'base'], { no: 'none', known: 'known-any', unknown: 'unknown-any', hasExclusions: true, day })),
  rate('C3/reached', 'checks', ['reached', 'not-reached', 'base']),
  rate('C3/attempted', 'checks', ['attempted', 'not-attempted', 'base']),
];

/** A rate on known outcomes is shown only when at least this share of outcomes is known. Percent. */
export const LEAST_COVERAGE = 70;
