import { whyNotMove } from '@sampan/kernel';
import { VACANCY_STATES, VACANCY_TRANSITIONS, type VacancyState } from '../vacancies/vacancy.rules';
import { APPLICATION_STATES, APPLICATION_TRANSITIONS, needsReferralConsent, passesPersonOn, stillOpen, type ApplicationState } from './application.rules';

describe('An application to a vacancy', () => {
  const allowed: Record<ApplicationState, ApplicationState[]> = {
    proposed: ['consented', 'declined'],
    consented: ['sent', 'declined'],
    sent: ['interview', 'offered', 'declined', 'no-show'],
    interview: ['offered', 'declined', 'no-show'],
    offered: ['accepted', 'declined'],
    accepted: [],
    declined: [],
    'no-show': [],
  };
  it.each(APPLICATION_STATES.flatMap((from) => APPLICATION_STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(whyNotMove(APPLICATION_TRANSITIONS, from, to) === null).toBe(allowed[from].includes(to));
  });

  it.each(APPLICATION_STATES.map((state) => [state, ['consented', 'sent', 'accepted'].includes(state)] as const))('to become %s needs the consent to be referred: %s', (state, needs) => {
    expect(needsReferralConsent(state)).toBe(needs);
  });

  it('is bound by the gates when the person is passed on', () => {
    expect(APPLICATION_STATES.filter(passesPersonOn)).toEqual(['sent', 'accepted']);
  });

  it('can be stopped until it is accepted, declined or missed', () => {
    expect(APPLICATION_STATES.filter(stillOpen)).toEqual(['proposed', 'consented', 'sent', 'interview', 'offered']);
  });
});

describe('A vacancy', () => {
  const allowed: Record<VacancyState, VacancyState[]> = {
    draft: ['screening', 'closed'],
    screening: ['draft', 'open', 'closed', 'blocked'],
    open: ['screening', 'filled', 'closed', 'blocked'],
    filled: ['open', 'closed', 'blocked', 'screening'],
    closed: [],
    blocked: ['screening', 'closed'],
  };
  it.each(VACANCY_STATES.flatMap((from) => VACANCY_STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(whyNotMove(VACANCY_TRANSITIONS, from, to) === null).toBe(allowed[from].includes(to));
  });
});
