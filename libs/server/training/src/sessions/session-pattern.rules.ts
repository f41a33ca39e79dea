import { addDays, daysBetween, ruleBroken, type Day, type DomainError } from '@sampan/kernel';

/** More than a school year of daily sessions is a typing error in a year, not a timetable. */
export const MOST_SESSIONS_AT_ONCE = 400;
const MOST_DAYS_OF_A_PATTERN = 800;

export interface SessionPattern {
  readonly from: Day;
  readonly until: Day;
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  readonly except: readonly Day[];
}

/** 1970-01-01 was a Thursday. A calendar day has no zone and needs no clock. */
const isoWeekday = (day: Day): number => ((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) % 7) + 1;

export const daysOfPattern = ({ from, until, weekdays, except }: SessionPattern): readonly Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= until && days.length <= MOST_SESSIONS_AT_ONCE; day = addDays(day, 1)) {
    if (weekdays.includes(isoWeekday(day)) && !except.includes(day)) {
      days.push(day);
    }
  }
  return days;
};

const tooLong = (): DomainError =>
  ruleBroken('PATTERN_TOO_LONG', `At most ${MOST_SESSIONS_AT_ONCE} sessions within ${MOST_DAYS_OF_A_PATTERN} days are made at once.`);

export const whyNotThisPattern = (pattern: SessionPattern): DomainError | null => {
  if (daysBetween(pattern.from, pattern.until) > MOST_DAYS_OF_A_PATTERN) {
    return tooLong();
  }
  const { length } = daysOfPattern(pattern);
  if (length === 0) {
    return ruleBroken('PATTERN_EMPTY', 'No day fits this pattern.');
  }
  return length > MOST_SESSIONS_AT_ONCE ? tooLong() : null;
};
