/** Anything from year 2400 on is a year of the Buddhist era: nobody in a register was born, or will start, in 2400 AD. */
const FIRST_BUDDHIST_YEAR = 2400;
const BUDDHIST_OFFSET = 543;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;

export type Precision = 'day' | 'month' | 'year' | 'estimated-age';

/** A day as far as it is known. `date` is ISO: `2026-11-10`, `2026-11` or `2026`. */
export interface KnownDay {
  readonly precision: Precision;
  readonly date: string;
  /** With precision `estimated-age`: the age in full years that `date` was reckoned from. */
  readonly age?: number;
}

export interface WrittenDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type ReadDay =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'known'; readonly known: KnownDay; readonly buddhist: boolean }
  | { readonly kind: 'refused'; readonly part: 'day' | 'month' | 'year' };

const isDigit = (character: string): boolean => /\p{Nd}/u.test(character);

/** Digits of a script stand in a row from 0 to 9, so a digit's value is the number of digits right before it. */
const digitValue = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(String.fromCodePoint(code - value - 1))) {
    value += 1;
  }
  return value;
};

/** Khmer ២០២៦, Thai ๒๕๖๙, Burmese, Lao, full-width and others, to 0–9; everything else stays. */
export const asciiDigits = (text: string): string =>
  [...text.normalize('NFKC')].map((character) => (isDigit(character) ? String(digitValue(character)) : character)).join('');

const readNumber = (text: string): number | null | 'wrong' => {
  const digits = asciiDigits(text).trim();
  if (digits === '') {
    return null;
  }
  return /^\d+$/.test(digits) ? Number(digits) : 'wrong';
};

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Reads three boxes. Years from 2400 on are Buddhist era; two-digit years are refused rather than guessed.
 * @param partial whether a year alone, or a month and a year, is enough
 */
export function readDay(written: WrittenDay, partial: boolean): ReadDay {
  const [day, month, typedYear] = [readNumber(written.day), readNumber(written.month), readNumber(written.year)];
  if (day === null && month === null && typedYear === null) {
    return { kind: 'nothing' };
  }
  if (typedYear === null || typedYear === 'wrong') {
    return { kind: 'refused', part: 'year' };
  }
  const buddhist = typedYear >= FIRST_BUDDHIST_YEAR;
  const year = buddhist ? typedYear - BUDDHIST_OFFSET : typedYear;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
    return { kind: 'refused', part: 'year' };
  }
  if (month === null) {
    return partial && day === null
      ? { kind: 'known', buddhist, known: { precision: 'year', date: pad(year, 4) } }
      : { kind: 'refused', part: 'month' };
  }
  if (month === 'wrong' || month < 1 || month > 12) {
    return { kind: 'refused', part: 'month' };
  }
  if (day === null) {
    return partial
      ? { kind: 'known', buddhist, known: { precision: 'month', date: `${pad(year, 4)}-${pad(month, 2)}` } }
      : { kind: 'refused', part: 'day' };
  }
  if (day === 'wrong' || day < 1 || day > daysIn(year, month)) {
    return { kind: 'refused', part: 'day' };
  }
  return { kind: 'known', buddhist, known: { precision: 'day', date: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` } };
}

/** The year of birth that an estimated age means, today being `today` (ISO). */
export function readAge(text: string, today: string): KnownDay | null {
  const age = readNumber(text);
  return typeof age === 'number' && age <= 120 ? { precision: 'estimated-age', date: String(Number(today.slice(0, 4)) - age), age } : null;
}

/** The boxes for a stored day; Thai readers get the Buddhist year back. */
export function writeDay(date: string | null | undefined, buddhist: boolean): WrittenDay {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day: day && String(Number(day)), month: month && String(Number(month)), year: year && String(Number(year) + (buddhist ? BUDDHIST_OFFSET : 0)) };
}
