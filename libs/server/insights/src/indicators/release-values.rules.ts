import { labelFor } from '../disclosure/labels.rules';
import { printed, publishedCount, publishedRate, suppressed, type PublishedNumber } from '../disclosure/rates.rules';
import type { DisclosurePolicy, Label, Labels } from '../disclosure/table';
import { LEAST_COVERAGE, type Indicator } from './indicator-list';
import { populationOf } from './populations';
import { cellId, DUE, matureIn, slicesOf, type FamilyYear } from './release-table.rules';
import type { Slice } from './tally.rules';

/** What the ministry reads about one indicator in one slice. Nothing here is computed from an exact count. */
export interface IndicatorNumbers {
  /** Rates on all members: the lower bound, because unknown outcomes count as not confirmed. Whole percent. */
  readonly rate: PublishedNumber | null;
  /** Rates on known outcomes only. Whole percent. */
  readonly knownRate: PublishedNumber | null;
  /** Share of outcomes that are known. Whole percent. */
  readonly coverage: PublishedNumber | null;
  readonly numerator: PublishedNumber | null;
  readonly denominator: PublishedNumber | null;
  readonly unknown: PublishedNumber | null;
  readonly excluded: PublishedNumber | null;
  /** For cohorts that are not mature: n of N due. */
  readonly due: PublishedNumber | null;
  readonly cohort: PublishedNumber | null;
}

export interface IndicatorValue extends Slice {
  readonly indicator: Indicator;
  readonly mature: boolean;
  readonly numbers: IndicatorNumbers;
}

const NOTHING: IndicatorNumbers = {
  rate: null, knownRate: null, coverage: null, numerator: null, denominator: null, unknown: null, excluded: null, due: null, cohort: null,
};

/** The share of known outcomes: what the share of unknown ones leaves. */
export const coverageOf = ({ known, unknown, base }: { known: Label; unknown: Label; base: Label }, policy: DisclosurePolicy): PublishedNumber => {
  const share = publishedRate({ numerator: unknown, complement: known, base }, policy);
  if (share.value !== null) {
    return printed(100 - share.value);
  }
  const bound = share.bound && ({ is: share.bound.is === 'below' ? 'above' : 'below', than: 100 - share.bound.than } as const);
  const reason = share.reason === 'small-numerator' ? 'small-complement' : share.reason === 'small-complement' ? 'small-numerator' : share.reason;
  return { ...share, reason, bound };
};

/** The rate on known outcomes: only above the least coverage, and on a known base that is large enough. */
export const knownRateOf = (
  { numerator, no, unknown, base }: { numerator: Label; no: Label; unknown: Label; base: Label },
  coverage: PublishedNumber,
  policy: DisclosurePolicy,
): PublishedNumber => {
  if (coverage.value === null || base.kind !== 'rounded') {
    return suppressed('coverage-unknown');
  }
  if (coverage.value < LEAST_COVERAGE) {
    return suppressed('coverage-too-low');
  }
  const known = base.value - (unknown.kind === 'rounded' ? unknown.value : 0);
  const low = base.low - unknown.high;
  if (low < policy.minimumBase) {
    return suppressed('base-too-small');
  }
  const rate = publishedRate({ numerator, complement: no, base: { kind: 'rounded', value: known, low, high: base.high } }, policy);
  return rate.value === null ? rate : printed(Math.min(100, rate.value));
};

const numbersOf = (indicator: Indicator, of: (measure: string) => Label, mature: boolean, whole: string, policy: DisclosurePolicy): IndicatorNumbers => {
  if (indicator.kind === 'count') {
    return { ...NOTHING, numerator: publishedCount(of(indicator.numerator)) };
  }
  if (!mature) {
    return { ...NOTHING, rate: suppressed('cohort-not-mature'), due: publishedCount(of(DUE)), cohort: publishedCount(of(whole)) };
  }
  const base = of(indicator.denominator ?? '');
  const numerator = of(indicator.numerator);
  const counts = {
    ...NOTHING,
    rate: publishedRate({ numerator, complement: of(indicator.complement ?? ''), base }, policy),
    numerator: publishedCount(numerator),
    denominator: publishedCount(base),
    excluded: indicator.hasExclusions ? publishedCount(of('excluded')) : null,
  };
  if (!indicator.no || !indicator.known || !indicator.unknown) {
    return counts;
  }
  const unknown = of(indicator.unknown);
  const coverage = coverageOf({ known: of(indicator.known), unknown, base }, policy);
  return {
    ...counts,
    coverage,
    unknown: publishedCount(unknown),
    knownRate: knownRateOf({ numerator, no: of(indicator.no), unknown, base }, coverage, policy),
  };
};

/** The values of one indicator in one year, read off the labels that passed the attack. */
export const valuesOf = (indicator: Indicator, year: FamilyYear, labels: Labels, policy: DisclosurePolicy): IndicatorValue[] => {
  const population = populationOf(indicator.population);
  const slices = slicesOf(population, year);
  return slices.map((slice) => {
    const mature = matureIn(slice, slices, year.cutOff);
    const of = (measure: string): Label => labelFor(labels, cellId(population.key, slice, measure));
    const { period, dimension, category } = slice;
    return { indicator, period, dimension, category, mature: mature || indicator.kind === 'count', numbers: numbersOf(indicator, of, mature, population.whole, policy) };
  });
};
