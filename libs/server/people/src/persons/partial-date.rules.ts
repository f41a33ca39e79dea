import { asciiDigits } from '../names/script.rules';

export type DatePrecision = 'day' | 'month' | 'year' | 'estimated-age';
export const DATE_PRECISIONS: readonly DatePrecision[] = ['day', 'month', 'year', 'estimated-age'];

/** A day as ISO text; what the precision leaves unknown is written 01 and must not be shown. */
export interface PartialDate {
  readonly date: string;
  readonly precision: DatePrecision;
}

/** A year from here on is of the Buddhist era (Thailand, Cambodia, Laos, Myanmar), 543 years ahead. */
const BUDDHIST_ERA_FROM = 2400;
const BUDDHIST_ERA_AHEAD = 543;
const EARLIEST_YEAR = 1880;
/** How far an age "as guessed" may be off, in years, either way. */
const ESTIMATE_MARGIN = 2;
const ADULT_AT = 18;
/** No day is written in more letters, also with its hour behind it. */
const LONGEST = 60;

const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/u;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[T ].{0,40})?$/u;
const MONTH_FIRST = /^(\d{1,2})[-/. ](\d{4})$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;

const pad = (number: number, width: number): string => String(number).padStart(width, '0');
const commonEra = (year: number): number => (year >= BUDDHIST_ERA_FROM ? year - BUDDHIST_ERA_AHEAD : year);
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

const partialDate = (writtenYear: number, month: number | undefined, day: number | undefined, today: string): PartialDate | null => {
  const year = commonEra(writtenYear);
  const monthKnown = month !== undefined && month !== 0;
  const dayKnown = monthKnown && day !== undefined && day !== 0;
  if (year < EARLIEST_YEAR || (monthKnown && month > 12) || (dayKnown && day > daysIn(year, month))) {
    return null;
  }
  const date = `${pad(year, 4)}-${pad(monthKnown ? month : 1, 2)}-${pad(dayKnown ? day : 1, 2)}`;
  return date > today ? null : { date, precision: dayKnown ? 'day' : monthKnown ? 'month' : 'year' };
};

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/**
 * Reads a birth date as people of the region write it: day first or year first, in any script's digits, whole or in
 * part, of the common or the Buddhist era. A month or day of 00 means unknown. Null when it cannot be a birth date.
 */
export const readPartialDate = (text: string, today: string): PartialDate | null => {
  const written = asciiDigits(text.slice(0, LONGEST)).trim().replace(/\s{0,9}([-/.])\s{0,9}/gu, '$1');
  if (/^\d{4}$/u.test(written)) {
    return partialDate(Number(written), undefined, undefined, today);
  }
  const compact = COMPACT.exec(written) ?? YEAR_FIRST.exec(written);
  if (compact) {
    return partialDate(Number(compact[1]), number(compact[2]), number(compact[3]), today);
  }
  const dayFirst = DAY_FIRST.exec(written);
  if (dayFirst) {
    return partialDate(Number(dayFirst[3]), number(dayFirst[2]), number(dayFirst[1]), today);
  }
  const monthFirst = MONTH_FIRST.exec(written);
  return monthFirst ? partialDate(Number(monthFirst[2]), number(monthFirst[1]), undefined, today) : null;
};

/** The birth date of somebody who is about so many years old today. */
export const fromEstimatedAge = (age: number, today: string): PartialDate | null =>
  Number.isInteger(age) && age >= 0 && age <= 120
    ? { date: `${pad(Number(today.slice(0, 4)) - age, 4)}-01-01`, precision: 'estimated-age' }
    : null;

/** The first and the last year in which somebody may have been born. */
export const birthYears = ({ date, precision }: PartialDate): { readonly from: number; readonly to: number } => {
  const year = Number(date.slice(0, 4));
  const margin = precision === 'estimated-age' ? ESTIMATE_MARGIN : 0;
  return { from: year - margin, to: year + margin };
};

/** The latest day on which somebody may have been born: the day that decides whether they may still be a child. */
const latestBirth = (birth: PartialDate): string => {
  const { date, precision } = birth;
  switch (precision) {
    case 'day':
      return date;
    case 'month':
      return `${date.slice(0, 8)}31`;
    default:
      return `${birthYears(birth).to}-12-31`;
  }
};

/** Whole years on a day, counted for the youngest that the person may be. */
export const leastAge = (birth: PartialDate, today: string): number => {
  const born = latestBirth(birth);
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return Math.max(0, today.slice(5) < born.slice(5) ? years - 1 : years);
};

/** Age in doubt, or not known at all, is treated as under 18: the stricter path is the safe one. */
export const treatAsMinor = (birth: PartialDate | null, ageInDoubt: boolean, today: string): boolean =>
  ageInDoubt || birth === null || leastAge(birth, today) < ADULT_AT;

/** The birth date of a row that keeps day and precision in two columns. */
export const birthOf = (row: { readonly birthDate: string | null; readonly birthPrecision: DatePrecision | null }): PartialDate | null =>
  row.birthDate && row.birthPrecision ? { date: row.birthDate, precision: row.birthPrecision } : null;
