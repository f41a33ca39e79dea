import { isDay, notAllowed, type Day, type DomainError, type Viewer } from '@sampan/kernel';

/** A rest day, or a day on which one works although it would be one (a weekend moved, a centre that stays open). */
export const HOLIDAY_KINDS = ['rest', 'work'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

export const NAME_LANGUAGES = ['en', 'km', 'th', 'zh', 'id'] as const;
export type NameLanguage = (typeof NAME_LANGUAGES)[number];

interface OfCentreOrCountry {
  readonly centreId: string | null;
  readonly day: Day;
  readonly kind: HolidayKind;
}

/** What holds at a centre, day by day: its own word beats its country's. Sorted by day. */
export const atCentre = <T extends OfCentreOrCountry>(days: readonly T[]): T[] => {
  const byDay = new Map<Day, T>();
  for (const one of days) {
    const known = byDay.get(one.day);
    if (!known || (known.centreId === null && one.centreId !== null)) {
      byDay.set(one.day, one);
    }
  }
  return [...byDay.values()].sort((a, b) => a.day.localeCompare(b.day));
};

/** A whole country's days are for those who look after more than their own centre. */
export const whyNotWrite = (viewer: Pick<Viewer, 'reach'>, centreId: string | null): DomainError | null =>
  centreId === null && viewer.reach !== 'all' && viewer.reach !== 'country'
    ? notAllowed('HOLIDAY_OF_COUNTRY', 'Days of a whole country are written by its administrators.')
    : null;

export interface HolidayLine {
  readonly day: Day;
  readonly kind: HolidayKind;
  readonly provisional: boolean;
  readonly source: string | null;
  readonly names: Readonly<Record<string, string>>;
}

export type LineProblem = 'NAME_MISSING' | 'DAY_UNREADABLE' | 'KIND_UNKNOWN' | 'DAY_TWICE';

/** Thai and Lao offices count years from 543 before ours: such a file would be taken in without a word, and no day of it would ever come. */
const BUDDHIST_ERA: Day = '2400-01-01';

const YES = new Set(['yes', 'true', '1', 'x']);

/** One line of a file with the columns day, kind, provisional, source, en, km, th, zh, id; only day and en are needed. */
export const readLine = (cell: (column: string) => string): HolidayLine | LineProblem => {
  const [day, kind] = [cell('day'), cell('kind').toLowerCase() || 'rest'];
  if (!isDay(day) || day >= BUDDHIST_ERA) {
    return 'DAY_UNREADABLE';
  }
  if (!(HOLIDAY_KINDS as readonly string[]).includes(kind)) {
    return 'KIND_UNKNOWN';
  }
  const names = Object.fromEntries(NAME_LANGUAGES.map((language) => [language, cell(language)] as const).filter(([, name]) => name !== ''));
  return names['en'] ? { day, kind: kind as HolidayKind, provisional: YES.has(cell('provisional').toLowerCase()), source: cell('source') || null, names } : 'NAME_MISSING';
};
