/**
 * A table as the disclosure rules see it: counts, and which counts add up to which.
 * A quarter, a sex, an outcome are all the same to these rules; only the sums matter, because sums are what an attacker subtracts.
 */
export interface TableCell {
  readonly id: string;
  /** The exact count. Never leaves the builder. */
  readonly count: number;
  /**
   * `always`: printed. `when-small`: not printed, but a hidden percentage betrays that it is small.
   * `never`: not printed; here only so that what it adds up to is known.
   */
  readonly publish: 'always' | 'when-small' | 'never';
  /** What is given up first when a second cell has to be hidden: the lowest. */
  readonly rank: number;
  /** Distinct persons behind the count, where the unit is not a person (attendance marks, checks). */
  readonly people?: number;
  /** A percentage is printed on it, which tells the reader whether it reaches the minimum base. */
  readonly percentBase?: boolean;
}

export interface TableSum {
  readonly total: string;
  /** The parts are the same measure by another dimension, and not what the measure consists of. */
  readonly breakdown?: boolean;
  readonly parts: readonly string[];
}

export interface Table {
  readonly cells: readonly TableCell[];
  readonly sums: readonly TableSum[];
}

export interface DisclosurePolicy {
  /** Counts from 1 to k − 1 are masked. */
  readonly k: number;
  /** Other counts are rounded to this. */
  readonly roundTo: number;
  /** Percentages only on a base of at least this. */
  readonly minimumBase: number;
  /** At-risk, trafficking or complaint dimension: zero is masked too, and no row or column keeps a single masked cell. */
  readonly sensitive: boolean;
}

/** Tier C: what a ministry reads. */
export const MINISTRY: DisclosurePolicy = { k: 10, roundTo: 5, minimumBase: 20, sensitive: false };
/** Any table with an at-risk, trafficking or complaint dimension. */
export const SENSITIVE: DisclosurePolicy = { k: 11, roundTo: 5, minimumBase: 20, sensitive: true };
/** Tier D: what everybody reads, yearly. */
export const PUBLIC: DisclosurePolicy = { k: 11, roundTo: 5, minimumBase: 20, sensitive: false };

/**
 * What a reader gets to see of a count.
 * `low` and `high` are the range the print itself admits (inclusive). `hidden` protects another count by telling nothing;
 * `withheld` is the detail of a total that is itself too small: only the total is shown. `unprinted` is never shown.
 */
export type Label =
  | { readonly kind: 'zero'; readonly low: 0; readonly high: 0 }
  | { readonly kind: 'rounded'; readonly value: number; readonly low: number; readonly high: number }
  | { readonly kind: 'below'; readonly below: number; readonly low: number; readonly high: number }
  | { readonly kind: 'hidden'; readonly low: 0; readonly high: number }
  | { readonly kind: 'withheld'; readonly low: 0; readonly high: number }
  | { readonly kind: 'unprinted'; readonly low: number; readonly high: number };

export type Labels = ReadonlyMap<string, Label>;

export const WITHHELD: Label = { kind: 'withheld', low: 0, high: Number.POSITIVE_INFINITY };
export const HIDDEN: Label = { kind: 'hidden', low: 0, high: Number.POSITIVE_INFINITY };
