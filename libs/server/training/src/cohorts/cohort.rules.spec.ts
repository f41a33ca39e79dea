import { whyNotMove } from '@sampan/kernel';
import { COHORT_STATES, COHORT_TRANSITIONS, whyNotEnrol, whyNotSchedule, whyNotTheseDays } from './cohort.rules';

describe('a cohort', () => {
  it.each([
    ['planned', ['open', 'cancelled']],
    ['open', ['closed', 'cancelled']],
    ['closed', ['running', 'cancelled']],
    ['running', ['completed', 'cancelled']],
    ['completed', []],
    ['cancelled', []],
  ] as const)('from %s may only become %j', (from, allowed) => {
    expect(COHORT_STATES.filter((to) => whyNotMove(COHORT_TRANSITIONS, from, to) === null)).toEqual(allowed);
  });

  it.each([
    ['planned', '2026-03-09', 'ENROLMENT_NOT_OPEN'],
    ['open', '2026-03-09', undefined],
    ['open', '2026-03-10', 'ENROLMENT_CLOSED'],
    ['closed', '2026-03-09', 'ENROLMENT_CLOSED'],
    ['running', '2026-03-09', undefined],
    ['running', '2026-03-10', 'ENROLMENT_CLOSED'],
    ['completed', '2026-03-09', 'ENROLMENT_CLOSED'],
    ['cancelled', '2026-03-09', 'ENROLMENT_CLOSED'],
  ] as const)('that is %s answers on %s with %s to a new trainee', (state, today, code) => {
    expect(whyNotEnrol({ state, today, enrolmentClosesOn: '2026-03-10' })?.code).toBe(code);
  });

  it('takes sessions until it is over', () => {
    expect(COHORT_STATES.filter((state) => whyNotSchedule(state) === null)).toEqual(['planned', 'open', 'closed', 'running']);
  });

  it.each([
    ['2026-03-01', '2026-06-01', '2026-03-10', undefined],
    ['2026-03-01', '2026-03-01', '2026-03-01', undefined],
    ['2026-03-02', '2026-03-01', '2026-03-01', 'COHORT_ENDS_BEFORE_START'],
    ['2026-03-01', '2026-06-01', '2026-06-02', 'ENROLMENT_CLOSES_AFTER_END'],
  ])('that starts %s, ends %s and closes enrolment %s answers %s', (startsOn, plannedEndOn, enrolmentClosesOn, code) => {
    expect(whyNotTheseDays({ startsOn, plannedEndOn, enrolmentClosesOn })?.code).toBe(code);
  });
});
