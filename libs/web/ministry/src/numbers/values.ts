import type { PublishedNumberDto, ReleaseValueDto } from '@sampan/web-client';

/** The four official denominators of "placement": always shown together. */
export const PLACEMENT_RATES = ['P1/exit', 'P2/completer', 'P3/positive', 'P4/labour-force'] as const;

export interface TileOf {
  readonly indicator: string;
  /** Another indicator that says how complete this one is. */
  readonly coveredBy: string | null;
}

export const TILES: readonly TileOf[] = [
  { indicator: 'T3/persons', coveredBy: null },
  { indicator: 'T5/marks', coveredBy: 'T5/registers' },
  { indicator: 'T6/all', coveredBy: null },
  { indicator: 'T7/all', coveredBy: null },
  { indicator: 'T8/completers', coveredBy: null },
  { indicator: 'P7/any-180', coveredBy: null },
  { indicator: 'C3/reached', coveredBy: 'C3/attempted' },
];

export const RETENTION_DAYS = [30, 90, 180, 365] as const;

export const DIMENSIONS = ['sex', 'age', 'programme', 'place'] as const;
export type Breakdown = (typeof DIMENSIONS)[number];

export const isYear = (period: string): boolean => period.length === 4;

/** The number that the indicator is about: its rate, or for counts its count. */
export const mainNumber = (value: ReleaseValueDto): PublishedNumberDto | null => value.rate ?? value.numerator;

/** The totals of one indicator, oldest first: by year, or by quarter. */
export const seriesOf = (values: readonly ReleaseValueDto[], indicator: string, by: 'year' | 'quarter'): ReleaseValueDto[] =>
  values
    .filter((value) => value.indicator === indicator && value.dimension === 'total' && isYear(value.period) === (by === 'year'))
    .sort((one, other) => (one.period < other.period ? -1 : 1));

/** The latest year whose cohort is mature; else the latest mature quarter; else the latest quarter. */
export const latestOf = (values: readonly ReleaseValueDto[], indicator: string): ReleaseValueDto | null => {
  const [years, quarters] = [seriesOf(values, indicator, 'year'), seriesOf(values, indicator, 'quarter')];
  return years.findLast(({ mature }) => mature) ?? quarters.findLast(({ mature }) => mature) ?? quarters.at(-1) ?? null;
};

/** The change against the year before, in the unit of the number; null when either is not printed. */
export const changeOf = (values: readonly ReleaseValueDto[], indicator: string): { by: number; since: string } | null => {
  const mature = seriesOf(values, indicator, 'year').filter((value) => value.mature);
  const [former, latest] = mature.slice(-2);
  const [before, now] = [former && mainNumber(former)?.value, latest && mainNumber(latest)?.value];
  return former && typeof before === 'number' && typeof now === 'number' ? { by: now - before, since: former.period } : null;
};
