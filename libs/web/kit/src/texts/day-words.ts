import { khmerDay, khmerWeekday } from './khmer-days';
import { localeOf } from './languages';

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options);
  formats.set(key, known);
  return known;
};

/**
 * A day, month or year (`2026-11-10`, `2026-11`, `2026`) in words; Thai readers see the Buddhist year.
 * @param options `era` names the era (พ.ศ.); `short` is for tables
 */
export function dayWords(date: string | null | undefined, language: string, options: { era?: boolean; short?: boolean; weekday?: boolean } = {}): string {
  const [year, month, day] = (date ?? '').slice(0, 10).split('-').map(Number);
  if (!year) {
    return '';
  }
  const moment = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (language === 'km') {
    return khmerDay(year, month, day, day && options.weekday ? moment.getUTCDay() : undefined);
  }
  return format(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month ? { month: options.short ? 'short' : 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
    ...(day && options.weekday ? { weekday: options.short ? 'short' : 'long' } : {}),
    ...(language === 'th' && options.era ? { era: 'short' } : {}),
  }).format(moment);
}

/** A moment in a time zone; without one, in the device's. */
export function momentWords(moment: string | null | undefined, language: string, options: { zone?: string; short?: boolean; timeOnly?: boolean } = {}): string {
  if (!moment) {
    return '';
  }
  if (language === 'km' && !options.timeOnly) {
    return khmerMoment(new Date(moment), options.zone);
  }
  return format(language, {
    ...(options.zone ? { timeZone: options.zone } : {}),
    ...(options.timeOnly ? {} : { year: 'numeric', month: options.short ? 'short' : 'long', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(moment));
}

const khmerMoment = (moment: Date, zone: string | undefined): string => {
  const numbers = format('km', { ...(zone ? { timeZone: zone } : {}), year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const part = Object.fromEntries(numbers.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${khmerDay(Number(part['year']), Number(part['month']), Number(part['day']))} ${part['hour']}:${part['minute']}`;
};

/** The name of a weekday; 1 is Monday, 7 is Sunday (ISO 8601). 1970-01-05 was a Monday. */
export const weekdayName = (isoWeekday: number, language: string): string =>
  language === 'km' ? khmerWeekday(isoWeekday % 7) : format(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + isoWeekday));
