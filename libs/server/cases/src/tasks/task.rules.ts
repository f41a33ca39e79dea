import { type DomainError, ruleBroken, type Transitions } from '@sampan/kernel';

export const TASK_STATES = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_MOVES: Transitions<TaskState> = {
  open: ['done', 'cancelled'],
  done: [],
  cancelled: [],
};

export const TASK_KINDS = [
  'general',
  'please-call',
  'review-flag',
  'offer-help',
  'labour-concern',
  'follow-up-missed',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Kinds that a worker writes by hand; the others come from the news of other rooms. */
export const HAND_WRITTEN_KINDS = ['general', 'please-call'] as const satisfies readonly TaskKind[];

/** Everybody at the centre may see a neutral task, so it carries a name and nothing that says why. */
export const isNeutral = (kind: TaskKind): boolean => kind === 'please-call';

/** Derived, never stored: a task is late on the day after it was due. */
export const isTaskOverdue = (task: { readonly state: TaskState; readonly dueOn: string }, today: string): boolean =>
  task.state === 'open' && task.dueOn < today;

export const whyNotMoveTask = (from: TaskState, to: TaskState, reason: string | null): DomainError | null => {
  if (!TASK_MOVES[from].includes(to)) {
    return ruleBroken('TASK_NOT_OPEN', 'This task is no longer open.');
  }
  return to === 'cancelled' && !reason?.trim()
    ? ruleBroken('TASK_REASON_MISSING', 'Say why the task is cancelled.')
    : null;
};

export const whyNotWriteTask = (task: {
  readonly kind: TaskKind;
  readonly title: string | null;
}): DomainError | null => {
  const written: readonly TaskKind[] = HAND_WRITTEN_KINDS;
  if (!written.includes(task.kind)) {
    return ruleBroken('TASK_KIND_NOT_WRITTEN', 'Tasks of this kind come from the records, not by hand.');
  }
  if (isNeutral(task.kind)) {
    // Whoever may read a neutral task must not learn a reason from it.
    return task.title?.trim() ? ruleBroken('NEUTRAL_TASK_HAS_TEXT', 'A "please call" carries no text.') : null;
  }
  return task.title?.trim() ? null : ruleBroken('TASK_TITLE_MISSING', 'Say what is to be done.');
};

/** Two missed checks in a row are a protection alert, not missing data. */
export const MISSED_CHECKS_THAT_ALERT = 2;
export const daysToAnswerMissedFollowUp = (missedInARow: number): number =>
  missedInARow >= MISSED_CHECKS_THAT_ALERT ? 0 : 3;

const DAYS_TO_ANSWER_CONCERN: Readonly<Record<string, number>> = { critical: 0, high: 0, medium: 2, low: 5 };
export const daysToAnswerConcern = (severity: string): number => DAYS_TO_ANSWER_CONCERN[severity] ?? 0;
