import { addDays, type Day } from '@sampan/kernel';

const QUARTER = /^(\d{4})-Q([1-4])$/;

export const isQuarter = (text: string): boolean => QUARTER.test(text);

/** The calendar quarter of a day: `2026-Q2`. */
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export const yearOf = (quarter: string): string => quarter.slice(0, 4);

const parts = (quarter: string): { year: number; number: number } => {
  const match = QUARTER.exec(quarter);
  if (!match) {
    throw new Error(`Not a quarter: ${quarter}`);
  }
  return { year: Number(match[1]), number: Number(match[2]) };
};

export const firstDayOf = (quarter: string): Day => {
  const { year, number } = parts(quarter);
  return `${year}-${String((number - 1) * 3 + 1).padStart(2, '0')}-01`;
};

/** The quarter so many quarters later (earlier, when negative). */
export const shiftQuarter = (quarter: string, by: number): string => {
  const { year, number } = parts(quarter);
  const index = year * 4 + (number - 1) + by;
  return `${Math.floor(index / 4)}-Q${(((index % 4) + 4) % 4) + 1}`;
};

export const lastDayOf = (quarter: string): Day => addDays(firstDayOf(shiftQuarter(quarter, 1)), -1);

/** How many quarters a release looks back; whole calendar years, so that a year is always the sum of its quarters. */
const YEARS_BACK = 3;

/** The quarters that a release covers: three full calendar years before the release's own, and its own so far. */
export const quartersOf = (quarter: string): string[] => {
  const { year, number } = parts(quarter);
  const first = `${year - YEARS_BACK}-Q1`;
  return Array.from({ length: YEARS_BACK * 4 + number }, (_, index) => shiftQuarter(first, index));
};

export const yearsOf = (quarter: string): string[] => [...new Set(quartersOf(quarter).map(yearOf))];

/** The last quarter that has ended on this day. */
export const lastEndedQuarter = (today: Day): string => shiftQuarter(quarterOf(today), -1);
