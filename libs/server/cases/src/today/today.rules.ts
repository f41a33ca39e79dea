import { type Day, daysBetween } from '@sampan/kernel';
import { MISSED_CHECKS_THAT_ALERT, type TaskKind } from '../tasks/task.rules';

/** How soon somebody is to be called; the number is the order on the page. */
export const URGENCIES = ['now', 'today', 'soon', 'this-week'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Work further away than this many days is not on today's page. */
export const DAYS_AHEAD = 7;

/** Something waiting for one person, from whatever record it comes. */
export type Waiting =
  | { readonly kind: 'task'; readonly taskKind: TaskKind; readonly dueOn: Day; readonly detail: string | null }
  | { readonly kind: 'step'; readonly dueOn: Day };

/** Why somebody is on the page: a translation key of the web's and what to fill in. */
export interface Reason {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

interface Weighed {
  readonly urgency: Urgency;
  readonly daysLate: number;
  readonly reason: Reason;
}

const urgencyOfDay = (daysLate: number): Urgency => {
  if (daysLate > 0) {
    return 'today';
  }
  return daysLate === 0 ? 'soon' : 'this-week';
};

const dated = (key: string, daysLate: number, params: Reason['params'] = {}): Reason => {
  if (daysLate > 0) {
    return { key: `${key}-overdue`, params: { ...params, days: daysLate } };
  }
  return daysLate === 0
    ? { key: `${key}-today`, params }
    : { key: `${key}-coming`, params: { ...params, days: -daysLate } };
};

const REASON_OF_TASK: Readonly<Record<TaskKind, string>> = {
  general: 'today.reason.task',
  'please-call': 'today.reason.please-call',
  'review-flag': 'today.reason.flag',
  'offer-help': 'today.reason.offer-help',
  'labour-concern': 'today.reason.labour-concern',
  'follow-up-missed': 'today.reason.follow-up-missed',
};

/** A flag's clock is a promise: passed, it comes before everything; on its day, before ordinary late work. */
const weighFlag = (tier: string, daysLate: number): Weighed => ({
  urgency: daysLate > 0 || tier === 'urgent' ? 'now' : daysLate === 0 ? 'today' : 'soon',
  daysLate,
  reason: dated('today.reason.flag', daysLate, { tier }),
});

/** Kinds that carry a danger on their own: on their day they are already for now. */
const DANGERS: readonly TaskKind[] = ['labour-concern', 'offer-help'];

const weighTask = (taskKind: TaskKind, detail: string | null, daysLate: number): Weighed => {
  if (taskKind === 'review-flag') {
    return weighFlag(detail ?? '', daysLate);
  }
  if (taskKind === 'follow-up-missed' && Number(detail) >= MISSED_CHECKS_THAT_ALERT) {
    return { urgency: 'now', daysLate, reason: { key: 'today.reason.unreachable', params: { times: Number(detail) } } };
  }
  const urgency = DANGERS.includes(taskKind) && daysLate >= 0 ? 'now' : urgencyOfDay(daysLate);
  return { urgency, daysLate, reason: dated(REASON_OF_TASK[taskKind], daysLate) };
};

const weigh = (waiting: Waiting, today: Day): Weighed => {
  const daysLate = daysBetween(waiting.dueOn, today);
  return waiting.kind === 'task'
    ? weighTask(waiting.taskKind, waiting.detail, daysLate)
    : { urgency: urgencyOfDay(daysLate), daysLate, reason: dated('today.reason.step', daysLate) };
};

const bySeverity = (a: Weighed, b: Weighed): number =>
  URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) || b.daysLate - a.daysLate;

export interface Ranked {
  readonly personId: string;
  readonly urgency: Urgency;
  /** Most pressing first; the page shows the first in large. */
  readonly reasons: readonly Reason[];
}

/** What waits for one person, and the day it is where they are served. */
export interface PersonsWork {
  readonly today: Day;
  readonly things: readonly Waiting[];
}

/**
 * Whom to call first and why: by urgency, then by how late, then by how much waits. The last key is the person's id,
 * so that the order is the same at every reading.
 * @param work by person; people with nothing within DAYS_AHEAD are left out
 */
export const whomToCallFirst = (work: ReadonlyMap<string, PersonsWork>): readonly Ranked[] => {
  const weighed = [...work]
    .map(([personId, { today, things }]) => ({
      personId,
      things: things
        .map((thing) => weigh(thing, today))
        .filter(({ daysLate }) => daysLate >= -DAYS_AHEAD)
        .sort(bySeverity),
    }))
    .filter(({ things }) => things.length > 0);

  return weighed
    .sort(
      (a, b) =>
        bySeverity(a.things[0]!, b.things[0]!) ||
        b.things.length - a.things.length ||
        (a.personId < b.personId ? -1 : 1),
    )
    .map(({ personId, things }) => ({
      personId,
      urgency: things[0]!.urgency,
      reasons: things.map(({ reason }) => reason),
    }));
};
