import { whyNotMove } from '@sampan/kernel';
import { checksFor, checksStillPossible, FOLLOW_UP_STATES, FOLLOW_UP_TRANSITIONS, isMissed, isProtectionAlert, missedInARow, stateAfterAttempt, stateByCalendar, triedEnough, type FollowUpState } from './follow-up.rules';

describe('The checks after a start on 1 March', () => {
  it('are on day 7, 30, 90, 180 and 365 across a border, each with its window', () => {
    expect(checksFor('2026-03-01', true)).toEqual([
      { checkDay: 7, dueOn: '2026-03-08', windowFrom: '2026-03-05', windowTo: '2026-03-11' },
      { checkDay: 30, dueOn: '2026-03-31', windowFrom: '2026-03-24', windowTo: '2026-04-07' },
      { checkDay: 90, dueOn: '2026-05-30', windowFrom: '2026-05-16', windowTo: '2026-06-13' },
      { checkDay: 180, dueOn: '2026-08-28', windowFrom: '2026-07-29', windowTo: '2026-09-27' },
      { checkDay: 365, dueOn: '2027-03-01', windowFrom: '2027-01-30', windowTo: '2027-03-31' },
    ]);
  });

  it('leave out day 7 at home', () => {
    expect(checksFor('2026-03-01', false).map(({ checkDay }) => checkDay)).toEqual([30, 90, 180, 365]);
  });

  it('are not asked for when their window was over before the job was known', () => {
    const known = (day: string) => checksStillPossible(checksFor('2026-03-01', false), day).map(({ checkDay }) => checkDay);
    expect(known('2026-04-07')).toEqual([30, 90, 180, 365]);
    expect(known('2026-04-08')).toEqual([90, 180, 365]);
  });
});

describe('A check by the calendar', () => {
  const check = { windowFrom: '2026-03-24', dueOn: '2026-03-31' };
  it.each<[FollowUpState, string, FollowUpState]>([
    ['scheduled', '2026-03-23', 'scheduled'],
    ['scheduled', '2026-03-24', 'due'],
    ['scheduled', '2026-03-31', 'due'],
    ['scheduled', '2026-04-01', 'overdue'],
    ['due', '2026-03-31', 'due'],
    ['due', '2026-04-01', 'overdue'],
    ['attempted', '2026-04-01', 'overdue'],
    ['unreachable', '2026-04-01', 'unreachable'],
    ['reached', '2026-04-01', 'reached'],
    ['stopped', '2026-04-01', 'stopped'],
  ])('%s on %s is %s', (state, today, expected) => {
    expect(stateByCalendar(state, check, today)).toBe(expected);
  });

  it.each<[FollowUpState, string, boolean]>([
    ['overdue', '2026-04-07', false],
    ['overdue', '2026-04-08', true],
    ['unreachable', '2026-04-08', true],
    ['reached', '2026-04-08', false],
    ['stopped', '2026-04-08', false],
  ])('%s on %s is missed: %s', (state, today, missed) => {
    expect(isMissed(state, '2026-04-07', today)).toBe(missed);
  });
});

describe('Trying to reach somebody', () => {
  it.each<[string, string[], boolean]>([
    ['two calls are not enough', ['phone', 'line'], false],
    ['three calls on one channel are not enough', ['phone', 'phone', 'phone'], false],
    ['three on two channels are', ['phone', 'phone', 'line'], true],
  ])('%s', (_, channels, enough) => {
    expect(triedEnough(channels)).toBe(enough);
  });

  it.each<[FollowUpState, boolean, string[], FollowUpState]>([
    ['due', true, ['phone'], 'reached'],
    ['due', false, ['phone'], 'attempted'],
    ['overdue', false, ['phone'], 'overdue'],
    ['attempted', false, ['phone', 'phone', 'line'], 'unreachable'],
    ['overdue', false, ['phone', 'phone', 'line'], 'unreachable'],
    ['escalated', false, ['phone', 'phone', 'line'], 'escalated'],
    ['escalated', true, ['phone', 'phone', 'line'], 'reached'],
  ])('makes a check that is %s (reached: %s, channels: %j) %s', (state, reached, channels, expected) => {
    expect(stateAfterAttempt(state, reached, channels)).toBe(expected);
  });

  it.each([
    [[], 0],
    [[false], 0],
    [[true], 1],
    [[true, true], 2],
    [[true, false, true], 1],
    [[false, true, true, true], 3],
  ])('counts %j as %i missed in a row', (missed, count) => {
    expect(missedInARow(missed)).toBe(count);
  });

  it.each([
    [1, true, false],
    [2, false, false],
    [2, true, true],
  ])('%i missed, tried enough: %s, is an alert: %s', (missed, tried, alert) => {
    expect(isProtectionAlert(missed, tried)).toBe(alert);
  });
});

describe('A follow-up', () => {
  const allowed: Record<FollowUpState, FollowUpState[]> = {
    scheduled: ['due', 'attempted', 'reached', 'overdue', 'stopped'],
    due: ['attempted', 'reached', 'unreachable', 'overdue', 'stopped'],
    attempted: ['attempted', 'reached', 'unreachable', 'overdue', 'stopped'],
    unreachable: ['unreachable', 'reached', 'overdue', 'escalated', 'stopped'],
    overdue: ['overdue', 'attempted', 'reached', 'unreachable', 'escalated', 'stopped'],
    escalated: ['escalated', 'reached', 'stopped'],
    reached: [],
    stopped: [],
  };
  it.each(FOLLOW_UP_STATES.flatMap((from) => FOLLOW_UP_STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(whyNotMove(FOLLOW_UP_TRANSITIONS, from, to) === null).toBe(allowed[from].includes(to));
  });
});
