import type { Day } from '@sampan/kernel';
import type { PlaceGroup } from '../disclosure/roll-up.rules';
import type { Table, TableCell, TableSum } from '../disclosure/table';
import { lastDayOf } from './period.rules';
import { DIMENSIONS, populationOf, type Family, type Measure, type Population, type PopulationKey } from './populations';
import { ALL, isMature, together, type Slice, type SliceCount } from './tally.rules';

export type PopulationCounts = ReadonlyMap<PopulationKey, readonly SliceCount[]>;

export interface FamilyYear {
  readonly family: Family;
  readonly year: string;
  readonly quarters: readonly string[];
  readonly counts: PopulationCounts;
  readonly places: readonly PlaceGroup[];
  readonly cutOff: Day;
}

export const cellId = (population: PopulationKey, { period, dimension, category }: Slice, measure: string): string =>
  [population, period, dimension, category, measure].join('|');

export const placeCategory = ({ level, province, centreIds }: PlaceGroup): string =>
  level === 'centre' ? `centre:${centreIds[0]}` : level === 'province' ? `province:${province}` : 'country';

const EMPTY = { outcomes: {}, people: 0, due: 0, total: 0 };

/** Measures of a slice beside the population's own: how many of the cohort are due. */
export const DUE = 'due';
const NOT_DUE = 'not-due';

const isWhole = (year: string, quarters: readonly string[]): boolean => quarters.filter((quarter) => quarter.startsWith(year)).length === 4;

/** The slices of a year: its quarters, and when it is over the year itself by every dimension, places rolled up. */
export const slicesOf = (population: Population, { year, quarters, counts, places }: FamilyYear): SliceCount[] => {
  const own = counts.get(population.key) ?? [];
  const find = (slice: Slice): SliceCount =>
    own.find(({ period, dimension, category }) => period === slice.period && dimension === slice.dimension && category === slice.category) ?? { ...slice, ...EMPTY };
  const trend = quarters.filter((quarter) => quarter.startsWith(year)).map((period) => find({ period, dimension: 'total', category: ALL }));
  if (!isWhole(year, quarters)) {
    return trend;
  }
  const broken = population.dimensions.filter((dimension) => dimension !== 'total').map((dimension) => {
    const groups = places.map((group) =>
      together(group.centreIds.map((category) => find({ period: year, dimension, category })), { period: year, dimension, category: placeCategory(group) }),
    );
    return dimension === 'place' ? groups : own.filter((count) => count.period === year && count.dimension === dimension);
  });
  // One category alone is the total again.
  return [...trend, find({ period: year, dimension: 'total', category: ALL }), ...broken.filter(({ length }) => length > 1).flat()];
};

/** A year is mature with its last quarter; the categories of a year are mature together with it, so that nothing is told by who is missing. */
export const matureIn = (slice: SliceCount, slices: readonly SliceCount[], cutOff: Day): boolean => {
  const year = slice.period.slice(0, 4);
  const lastQuarter = slice.period.length > 4 ? slice.period : `${year}-Q4`;
  const cohort = slices.find(({ period, dimension }) => period === slice.period && dimension === 'total') ?? slice;
  return isMature(cohort, lastDayOf(lastQuarter), cutOff);
};

const SLICE_RANK = { category: 0, quarter: 10, year: 20 } as const;

const rankOf = ({ period, dimension }: Slice): number =>
  dimension !== 'total' ? SLICE_RANK.category : period.length > 4 ? SLICE_RANK.quarter : SLICE_RANK.year;

const publishOf = (measure: Measure, slice: Slice, mature: boolean, whole: string): TableCell['publish'] => {
  if (!mature) {
    return measure.key === whole ? 'always' : 'never';
  }
  return measure.yearlyOnly && rankOf(slice) !== SLICE_RANK.year ? 'never' : measure.publish;
};

/** The exact counts of all measures of a slice: the leaves as counted, the sums added up. */
const countsOf = ({ measures }: Population, { outcomes }: SliceCount): Map<string, number> => {
  const counts = new Map<string, number>();
  const countOf = (key: string): number => {
    const measure = measures.find((one) => one.key === key);
    const known = counts.get(key);
    const count = known ?? (measure?.parts.length ? measure.parts.reduce((total, part) => total + countOf(part), 0) : (outcomes[key] ?? 0));
    counts.set(key, count);
    return count;
  };
  measures.forEach(({ key }) => countOf(key));
  return counts;
};

const sliceCells = (population: Population, slice: SliceCount, mature: boolean): Table => {
  const counts = countsOf(population, slice);
  const id = (measure: string): string => cellId(population.key, slice, measure);
  const people = population.unit === 'person' ? {} : { people: slice.people };
  const cells: TableCell[] = population.measures.map((measure) => ({
    id: id(measure.key),
    count: counts.get(measure.key) ?? 0,
    publish: publishOf(measure, slice, mature, population.whole),
    rank: rankOf(slice) + measure.rank,
    ...(mature && measure.percentBase ? { percentBase: true } : {}),
    ...people,
  }));
  const sums: TableSum[] = population.measures
    .filter(({ parts }) => parts.length > 0)
    .map(({ key, parts }) => ({ total: id(key), parts: parts.map(id) }));
  if (mature) {
    return { cells, sums };
  }
  const due: TableCell = { id: id(DUE), count: slice.due, publish: 'always', rank: rankOf(slice), ...people };
  const notDue: TableCell = { id: id(NOT_DUE), count: slice.total - slice.due, publish: 'never', rank: 0 };
  return { cells: [...cells, due, notDue], sums: [...sums, { total: id(population.whole), parts: [due.id, notDue.id] }] };
};

/** What adds up across slices: a year is its quarters, and the categories of every dimension. */
const sumsAcross = (population: Population, slices: readonly SliceCount[], year: string): TableSum[] => {
  const total = slices.find(({ period, dimension }) => period === year && dimension === 'total');
  if (!total) {
    return [];
  }
  // The sums of sums follow from those of the leaves; they are here so that a small total is not broken down.
  const added = population.measures.filter(({ parts, publish }) => parts.length === 0 || publish !== 'never');
  const splits = [
    slices.filter(({ period }) => period !== year),
    ...DIMENSIONS.filter((dimension) => dimension !== 'total').map((dimension) => slices.filter((slice) => slice.dimension === dimension)),
  ];
  return splits
    .filter((parts) => parts.length > 0)
    .flatMap((parts) =>
      added.map(({ key }) => ({ total: cellId(population.key, total, key), breakdown: true, parts: parts.map((slice) => cellId(population.key, slice, key)) })),
    );
};

/** What one population tells of another: the same whole, or a part of it. */
const sumsBetween = (family: Family, slices: ReadonlyMap<PopulationKey, readonly SliceCount[]>): Table => {
  const cells: TableCell[] = [];
  const sums: TableSum[] = [];
  const shared = (one: PopulationKey, other: PopulationKey): [SliceCount, SliceCount][] =>
    (slices.get(one) ?? []).flatMap((slice) => {
      const twin = slices.get(other)?.find(({ period, dimension, category }) => period === slice.period && dimension === slice.dimension && category === slice.category);
      return twin ? [[slice, twin] as [SliceCount, SliceCount]] : [];
    });
  const whole = (key: PopulationKey, slice: Slice): string => cellId(key, slice, populationOf(key).whole);
  family.sameWhole.slice(1).forEach((key, index) => {
    const former = family.sameWhole[index] as PopulationKey;
    shared(former, key).forEach(([one, other]) => sums.push({ total: whole(former, one), parts: [whole(key, other)] }));
  });
  family.partOf.forEach(([all, part]) =>
    shared(all, part).forEach(([one, other]) => {
      const rest: TableCell = { id: cellId(all, one, `not-in-${part}`), count: one.total - other.total, publish: 'never', rank: 0 };
      cells.push(rest);
      sums.push({ total: whole(all, one), parts: [whole(part, other), rest.id] });
    }),
  );
  return { cells, sums };
};

/** Everything that is printed about one family of populations and one year, with everything that an attacker can add up. */
export const tableOf = (input: FamilyYear): Table => {
  const slices = new Map(input.family.members.map((key) => [key, slicesOf(populationOf(key), input)]));
  const tables = [...slices].flatMap(([key, own]) => {
    const population = populationOf(key);
    return [
      ...own.map((slice) => sliceCells(population, slice, matureIn(slice, own, input.cutOff))),
      { cells: [], sums: sumsAcross(population, own, input.year) },
    ];
  });
  const all = [...tables, sumsBetween(input.family, slices)];
  return { cells: all.flatMap(({ cells }) => cells), sums: all.flatMap(({ sums }) => sums) };
};
