import {
  daysToAnswerConcern,
  daysToAnswerMissedFollowUp,
  isNeutral,
  isTaskOverdue,
  TASK_KINDS,
  type TaskState,
  whyNotMoveTask,
  whyNotWriteTask,
} from './task.rules';

describe('a task', () => {
  it.each<[TaskState, string, boolean]>([
    ['open', '2026-03-09', true],
    ['open', '2026-03-10', false],
    ['done', '2026-03-09', false],
    ['cancelled', '2026-03-09', false],
  ])('that is %s and was due on %s is overdue on the 10th: %s', (state, dueOn, overdue) => {
    expect(isTaskOverdue({ state, dueOn }, '2026-03-10')).toBe(overdue);
  });

  it.each<[TaskState, TaskState, string | null, string | null]>([
    ['open', 'done', null, null],
    ['open', 'cancelled', 'Moved to another centre.', null],
    ['open', 'cancelled', ' ', 'TASK_REASON_MISSING'],
    ['done', 'cancelled', 'No longer needed.', 'TASK_NOT_OPEN'],
    ['cancelled', 'done', null, 'TASK_NOT_OPEN'],
    ['done', 'open', null, 'TASK_NOT_OPEN'],
  ])('goes from %s to %s (%s): %s', (from, to, reason, code) => {
    expect(whyNotMoveTask(from, to, reason)?.code ?? null).toBe(code);
  });

  it('is neutral only as "please call"', () => {
    expect(TASK_KINDS.filter(isNeutral)).toEqual(['please-call']);
  });
});

describe('whyNotWriteTask', () => {
  it.each([
    ['general', 'Ask about the contract', null],
    ['general', null, 'TASK_TITLE_MISSING'],
    ['please-call', null, null],
    ['please-call', 'about the compound', 'NEUTRAL_TASK_HAS_TEXT'],
    ['review-flag', 'Look at the flag', 'TASK_KIND_NOT_WRITTEN'],
  ] as const)('of kind %s with text %s answers %s', (kind, title, code) => {
    expect(whyNotWriteTask({ kind, title })?.code ?? null).toBe(code);
  });
});

describe('the time to answer', () => {
  it('a missed follow-up is three days, and none when it is the second in a row', () => {
    expect([1, 2, 3].map(daysToAnswerMissedFollowUp)).toEqual([3, 0, 0]);
  });

  it('a labour concern of unknown severity is none', () => {
    expect([daysToAnswerConcern('low'), daysToAnswerConcern('critical'), daysToAnswerConcern('?')]).toEqual([5, 0, 0]);
  });
});
