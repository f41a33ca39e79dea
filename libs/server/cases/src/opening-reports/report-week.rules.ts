import { addDays, daysBetween, type Day } from '@sampan/kernel';

/** A week from Monday to Sunday, as days of a centre. */
export interface Week {
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
}

/** A Monday; days of the week are counted from it. */
const SOME_MONDAY: Day = '2024-01-01';

const mondayOf = (day: Day): Day => addDays(day, -(((daysBetween(SOME_MONDAY, day) % 7) + 7) % 7));

/** The finished weeks before `today`, the newest first: whoever was away for a while catches up. */
export const finishedWeeks = (today: Day, count: number): Week[] => {
  const monday = mondayOf(today);
  return Array.from({ length: count }, (_, ago) => ({ from: addDays(monday, -7 * (ago + 1)), to: addDays(monday, -7 * ago - 1) }));
};
