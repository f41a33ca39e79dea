import { addDays, type Day, type Transitions } from '@sampan/kernel';

export const FOLLOW_UP_STATES = ['scheduled', 'due', 'attempted', 'reached', 'unreachable', 'overdue', 'escalated', 'stopped'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** `stopped`: the consent to be contacted was withdrawn. Somebody who calls back late is still reached. */
export const FOLLOW_UP_TRANSITIONS: Transitions<FollowUpState> = {
  scheduled: ['due', 'attempted', 'reached', 'overdue', 'stopped'],
  due: ['attempted', 'reached', 'unreachable', 'overdue', 'stopped'],
  attempted: ['attempted', 'reached', 'unreachable', 'overdue', 'stopped'],
  unreachable: ['unreachable', 'reached', 'overdue', 'escalated', 'stopped'],
  overdue: ['overdue', 'attempted', 'reached', 'unreachable', 'escalated', 'stopped'],
  escalated: ['escalated', 'reached', 'stopped'],
  reached: [],
  stopped: [],
};

export const CHECK_DAYS = [7, 30, 90, 180, 365] as const;
export type CheckDay = (typeof CHECK_DAYS)[number];

/** Grace before and after the day, in days: ±7/14/30/30 as in the retention indicator P7; day 7 is a call of arrival and keeps ±3. */
const GRACE: Readonly<Record<CheckDay, number>> = { 7: 3, 30: 7, 90: 14, 180: 30, 365: 30 };

export interface Check {
  readonly checkDay: CheckDay;
  readonly dueOn: Day;
  readonly windowFrom: Day;
  readonly windowTo: Day;
}

export const checksFor = (startedOn: Day, crossBorder: boolean): readonly Check[] =>
  CHECK_DAYS.filter((day) => day !== 7 || crossBorder).map((checkDay) => {
    const dueOn = addDays(startedOn, checkDay);
    return { checkDay, dueOn, windowFrom: addDays(dueOn, -GRACE[checkDay]), windowTo: addDays(dueOn, GRACE[checkDay]) };
  });

/** A job that is recorded late is not called about a window that was over before anybody knew of it. */
export const checksStillPossible = (checks: readonly Check[], knownOn: Day): readonly Check[] => checks.filter(({ windowTo }) => windowTo >= knownOn);

/** What the calendar makes of a check that nobody has answered. */
export const stateByCalendar = (state: FollowUpState, check: Pick<Check, 'windowFrom' | 'dueOn'>, today: Day): FollowUpState => {
  if (state === 'scheduled' && today >= check.windowFrom) {
    return today > check.dueOn ? 'overdue' : 'due';
  }
  return (state === 'due' || state === 'attempted') && today > check.dueOn ? 'overdue' : state;
};

export const isMissed = (state: FollowUpState, windowTo: Day, today: Day): boolean => state !== 'reached' && state !== 'stopped' && today > windowTo;

const ATTEMPTS_BEFORE_UNREACHABLE = 3;
const CHANNELS_BEFORE_UNREACHABLE = 2;

/** Three tries on two channels: only then is silence a fact about the person and not about us. */
export const triedEnough = (channels: readonly string[]): boolean =>
  channels.length >= ATTEMPTS_BEFORE_UNREACHABLE && new Set(channels).size >= CHANNELS_BEFORE_UNREACHABLE;

const MISSED_BEFORE_ALERT = 2;

/** Two missed checks after three attempts on two channels are a protection alert, not missing data. */
export const isProtectionAlert = (missedInARow: number, tried: boolean): boolean => missedInARow >= MISSED_BEFORE_ALERT && tried;

/** How many of the latest checks were missed without a break; `missed` in the order of their days, the latest last. */
export const missedInARow = (missed: readonly boolean[]): number => {
  const lastAnswered = missed.lastIndexOf(false);
  return missed.length - 1 - lastAnswered;
};

/** What an attempt makes of the check. */
export const stateAfterAttempt = (state: FollowUpState, reached: boolean, channels: readonly string[]): FollowUpState => {
  if (reached) {
    return 'reached';
  }
  if (state === 'escalated') {
    return 'escalated';
  }
  if (triedEnough(channels)) {
    return 'unreachable';
  }
  return state === 'overdue' ? 'overdue' : 'attempted';
};
