import type { Day } from '@sampan/kernel';
import { yearOf } from './period.rules';
import type { Dimension, Population } from './populations';

/** One person (or one person's marks, or one check) in a cohort, with its outcome. */
export interface CountedUnit {
  readonly personId: string;
  readonly quarter: string;
  readonly centreId: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly programme: string;
  /** The day on which its outcome is settled: due day and grace. */
  readonly settledOn: Day;
  /** Outcome (a leaf of the population) → how many. */
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface Slice {
  /** A quarter (`2026-Q2`) or a year (`2026`). */
  readonly period: string;
  readonly dimension: Dimension;
  readonly category: string;
}

/** Exact counts of one slice, by outcome. They stay in the builder. */
export interface SliceCount extends Slice {
  readonly outcomes: Record<string, number>;
  /** Distinct persons. */
  people: number;
  /** How many have passed their due day and grace, of how many. */
  due: number;
  total: number;
}

export const ALL = 'all';

const categoryOf = (unit: CountedUnit, dimension: Dimension): string => {
  const categories: Record<Dimension, string> = { total: ALL, sex: unit.sex, age: unit.ageBand, programme: unit.programme, place: unit.centreId };
  return categories[dimension];
};

/** Adds units up, slice by slice. Units of one person must come one after the other. */
export class Tally {
  private readonly slices = new Map<string, SliceCount>();
  private readonly lastPerson = new Map<string, string>();

  constructor(
    private readonly population: Population,
    private readonly cutOff: Day,
  ) {}

  add(unit: CountedUnit): void {
    this.addTo({ period: unit.quarter, dimension: 'total', category: ALL }, unit);
    for (const dimension of this.population.dimensions) {
      this.addTo({ period: yearOf(unit.quarter), dimension, category: categoryOf(unit, dimension) }, unit);
    }
  }

  result(): SliceCount[] {
    return [...this.slices.values()];
  }

  private addTo(slice: Slice, unit: CountedUnit): void {
    const key = `${slice.period}|${slice.dimension}|${slice.category}`;
    const count = this.slices.get(key) ?? { ...slice, outcomes: {}, people: 0, due: 0, total: 0 };
    this.slices.set(key, count);
    if (this.lastPerson.get(key) !== unit.personId) {
      this.lastPerson.set(key, unit.personId);
      count.people += 1;
    }
    for (const [outcome, number] of Object.entries(unit.outcomes)) {
      count.outcomes[outcome] = (count.outcomes[outcome] ?? 0) + number;
      count.total += number;
      count.due += unit.settledOn <= this.cutOff ? number : 0;
    }
  }
}

/** A cohort is mature when its period is over and its last member has passed the due day and the grace. */
export const isMature = ({ due, total }: Pick<SliceCount, 'due' | 'total'>, periodEndsOn: Day, cutOff: Day): boolean =>
  periodEndsOn <= cutOff && due === total;

/** Several slices as one: centres that roll up. */
export const together = (counts: readonly SliceCount[], slice: Slice): SliceCount => {
  const outcomes: Record<string, number> = {};
  counts.forEach((count) =>
    Object.entries(count.outcomes).forEach(([outcome, number]) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + number)),
  );
  const sum = (of: (count: SliceCount) => number): number => counts.reduce((total, count) => total + of(count), 0);
  // Somebody served by two pooled centres in one year counts twice here; it decides only whether marks of few are masked.
  return { ...slice, outcomes, people: sum(({ people }) => people), due: sum(({ due }) => due), total: sum(({ total }) => total) };
};
