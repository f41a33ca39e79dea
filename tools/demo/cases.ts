import { caseNumberOf, CASE_NUMBERS } from '@sampan/cases/testing';
import { addDays, type Day } from '@sampan/kernel';
import type { Calendar } from './calendar';
import type { Chance } from './chance';
import type { DemoPerson } from './people';
import type { DemoCentre } from './places';
import { breathe, type Rows } from './rows';
import { GOALS, ISSUES } from './talk';

/** Case numbers are drawn by chance; a step without a common divisor gives each of them once. */
const STEP = 611_953;
/** A node keeps some numbers for the cases that its people open. */
const MOST_CASES = CASE_NUMBERS * 0.8;
const DIMENSIONS = ['safety', 'physical-health', 'work-skills', 'income', 'financial-management', 'recovery', 'resilience', 'family', 'community', 'rights'];

type Stage = 'intake' | 'assessment' | 'planning' | 'in-progress' | 'closed';
const REACHED: Readonly<Record<Stage, number>> = { intake: 0, assessment: 1, planning: 2, 'in-progress': 3, closed: 4 };

/**
 * Casework in bulk, for demos that are larger than what can be told through the product: everybody had a case once, and
 * those in a caseload may have an open one. The people of `except` are left to the told stories.
 */
export const makeCases = async (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, people: readonly DemoPerson[], except: string | null): Promise<void> => {
  for (const [place, person] of people.entries()) {
    await breathe(place);
    if (rows.count('case_file') < MOST_CASES && (person.socialWorkerId === null || person.socialWorkerId !== except)) {
      makeCase(rows, chance, calendar, centre, person);
    }
  }
};

const makeCase = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, person: DemoPerson): void => {
  const workerId = person.socialWorkerId ?? chance.pick(centre.staff.socialWorkers);
  const stage = person.socialWorkerId ? chance.weighted<Stage>([['closed', 40], ['in-progress', 42], ['planning', 7], ['assessment', 7], ['intake', 4]]) : 'closed';
  const openedOn = laterOn(calendar, chance, person.registeredOn, 30);
  const intakeOn = laterOn(calendar, chance, openedOn, 5);
  const planOn = laterOn(calendar, chance, intakeOn, 20);
  const closedOn = laterOn(calendar, chance, planOn, 240);
  const reached = REACHED[stage];
  const moment = (day: Day, from: number): Date | null => (reached >= from ? calendar.at(day, 3, 15 * from) : null);
  const openedAt = calendar.at(openedOn, 2, chance.whole(0, 59));
  const id = chance.id(openedAt);
  const whose = { person_id: person.id, centre_id: centre.id };
  rows.add('case_file', {
    id, ...whose, organisation_id: centre.organisationId, number: caseNumberOf(((rows.count('case_file') + 1) * STEP) % CASE_NUMBERS), stage,
    source: chance.weighted([['walk-in', 30], ['self', 20], ['centre', 20], ['hotline', 10], ['flag', 20]]), flag_id: null, presenting_issue: chance.pick(ISSUES), urgent_concern: null,
    owner_id: workerId, opened_by: workerId, opened_at: openedAt, intake_recorded_at: moment(intakeOn, 1), assessed_at: moment(planOn, 2), plan_agreed_at: moment(planOn, 3),
    plan_agreed_on: reached >= 3 ? planOn : null, plan_agreed_with: reached >= 3 ? 'client' : null, closure_requested_at: moment(closedOn, 4), closure_reason: reached === 4 ? 'goals-met' : null,
    closure_outcome: reached === 4 ? chance.pick(['safe-in-work', 'safe-in-training', 'safe-without-work']) : null, closed_at: moment(closedOn, 4), reopened_at: null, reopening_reason: null,
    rejected_at: null, rejection_reason: null, version: 1 + reached,
  });
  if (reached >= 2) {
    rows.add('outcome_assessment', {
      id: chance.id(openedAt), case_id: id, ...whose, occasion: 'intake', observed_on: planOn, scores: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, chance.whole(3, 4)])), reasons: {},
      recorded_by: workerId, recorded_at: calendar.at(planOn, 3, 30),
    });
  }
  if (reached >= 3) {
    makePlan(rows, chance, calendar, { id, ...whose }, workerId, planOn, stage === 'closed' ? closedOn : null);
  }
  if (stage !== 'closed' && chance.happens(0.6)) {
    rows.add('case_task', {
      id: chance.id(calendar.now), ...whose, case_id: id, kind: 'general', title: 'Ask how it is going', detail: null, due_on: addDays(calendar.today, chance.whole(-6, 30)), assignee_id: workerId, state: 'open',
      source_id: null, created_by: workerId, created_at: openedAt, ended_at: null, ended_by: null, cancel_reason: null, version: 1,
    });
  }
};

const makePlan = (rows: Rows, chance: Chance, calendar: Calendar, file: { id: string; person_id: string; centre_id: string }, workerId: string, planOn: Day, endedOn: Day | null): void => {
  const { id: caseId, ...whose } = file;
  const goal = chance.pick(GOALS);
  const at = calendar.at(planOn, 3, 40);
  const goalId = chance.id(at);
  rows.add('case_goal', { id: goalId, case_id: caseId, ...whose, dimension: goal.dimension, text: goal.text, created_by: workerId, created_at: at });
  rows.add('case_step', {
    id: chance.id(at), goal_id: goalId, case_id: caseId, ...whose, text: 'Talk once a month', owner: 'worker', worker_id: workerId, due_on: endedOn ?? addDays(calendar.today, chance.whole(-3, 40)),
    state: endedOn ? 'done' : 'open', created_by: workerId, created_at: at, ended_at: endedOn ? calendar.at(endedOn) : null, ended_by: endedOn ? workerId : null, drop_reason: null, version: 1,
  });
};

/** So many days later at most, and never in the future. */
const laterOn = (calendar: Calendar, chance: Chance, day: Day, most: number): Day => {
  const later = addDays(day, chance.whole(1, most));
  return later < calendar.today ? later : calendar.ago(1) < day ? day : calendar.ago(1);
};
