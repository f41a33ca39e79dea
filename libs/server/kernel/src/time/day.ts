import type { Clock } from './clock';

/** A calendar day as `YYYY-MM-DD`: birth, session, due. Never a moment, never in a time zone. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Making one costs more than a query, and there are as many as time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory', numberingSystem: 'latn' });
  formats.set(timeZone, format);
  return format;
};

interface Answer {
  readonly second: number;
  readonly day: Day;
}

/** Offsets of time zones are whole seconds, so that no day begins within one: many who ask in the same second are told the same. */
const answers = new Map<string, Answer>();

/** The calendar day at a moment in an IANA time zone. */
export const dayIn = (moment: Date, timeZone: string): Day => {
  const second = Math.floor(moment.getTime() / 1_000);
  const former = answers.get(timeZone);
  if (former?.second === second) {
    return former.day;
  }
  const day = formatOf(timeZone).format(moment);
  answers.set(timeZone, { second, day });
  return day;
};

export const todayIn = (clock: Clock, timeZone: string): Day => dayIn(clock.now(), timeZone);

/** `days` may be negative. */
export const addDays = (day: Day, days: number): Day => toDay(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);

/** Whether the text is a day that exists in the (proleptic) Gregorian calendar, which has no year 0. */
export const isDay = (text: string): boolean => {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && toDay(at) === text;
};

const toDay = (at: number): Day => new Date(at).toISOString().slice(0, 10);
