import { newId } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { VacancyApplication } from './applications/vacancy-application.entity';
import { LabourConcern } from './concerns/labour-concern.entity';
import { Employer } from './employers/employer.entity';
import { NO_PROPOSAL } from './employers/no-proposal';
import { FollowUp } from './follow-ups/follow-up.entity';
import { FollowUpAttempt } from './follow-ups/follow-up-attempt.entity';
import { Observation } from './follow-ups/observation.entity';
import { Placement } from './placements/placement.entity';
import { COST_HEADS, type RecruitmentCost } from './placements/recruitment-cost.rules';
import { OFFER_ITEMS, type OfferAnswers } from './vacancies/offer-screen.rules';
import { Vacancy } from './vacancies/vacancy.entity';

export { Placement } from './placements/placement.entity';

const AT = new Date('2026-01-05T03:00:00Z');

/** Nobody paid anything: every head is answered. */
export const NO_COSTS: RecruitmentCost[] = COST_HEADS.map((head) => ({ head, amount: 0, paidBy: 'nobody' }));

/** An offer without any warning sign. */
export const NO_SIGNS = Object.fromEntries(OFFER_ITEMS.map((item) => [item, 'no'])) as OfferAnswers;

interface OfPerson {
  readonly personId: string;
  readonly centreId: string;
}

/** A bakery that is cleared until the end of 2026, unless told otherwise. */
export const newEmployer = async (manager: EntityManager, over: Partial<Employer> & Pick<Employer, 'centreId'>): Promise<Employer> => {
  const id = over.id ?? newId();
  await manager.insert(Employer, {
    id, name: `Sunrise Bakery ${id.slice(-6)}`, kind: 'employer', country: 'TH', place: null, registrationNumber: null, licenceNumber: null, contactName: null, contactPhone: null,
    vettingState: 'cleared', validUntil: '2026-12-31', conditions: null, blockedReason: null, ...NO_PROPOSAL, createdBy: newId(), createdAt: AT, version: 1, ...over, centre: undefined,
  });
  return manager.findOneByOrFail(Employer, { id });
};

/** An open vacancy in Thailand that has passed the screen, with two places at 400 THB a day. */
export const newVacancy = async (manager: EntityManager, over: Partial<Vacancy> & Pick<Vacancy, 'centreId' | 'employerId'>): Promise<Vacancy> => {
  const id = over.id ?? newId();
  await manager.insert(Vacancy, {
    id, agencyId: null, title: 'Baker', kind: 'wage', occupation: '7512', description: null, country: 'TH', place: null, places: 2, taken: 0, wageAmount: 400, wageCurrency: 'THB',
    wagePeriod: 'day', wageMonthly: 10_400, hoursPerWeek: 48, usualMonthly: null, usualSource: null, legalMinimumMonthly: 9_000, state: 'open', closesOn: null,
    screenAnswers: NO_SIGNS, screenOutcome: 'passed', screenSigns: [], screenedBy: newId(), screenedAt: AT, createdBy: newId(), createdAt: AT, version: 1,
    ...over, centre: undefined, employer: undefined, agency: undefined,
  } as never);
  return manager.findOneByOrFail(Vacancy, { id });
};

export const newApplication = async (manager: EntityManager, over: Partial<VacancyApplication> & OfPerson & Pick<VacancyApplication, 'vacancyId'>): Promise<VacancyApplication> => {
  const id = over.id ?? newId();
  await manager.insert(VacancyApplication, {
    id, state: 'proposed', declinedBy: null, reason: null, createdBy: newId(), createdAt: AT, changedAt: AT, version: 1, ...over, vacancy: undefined, person: undefined, centre: undefined,
  });
  return manager.findOneByOrFail(VacancyApplication, { id });
};

/** A job in Thailand that somebody has found by themselves and holds since February 2026. */
export const newPlacement = async (manager: EntityManager, over: Partial<Placement> & OfPerson): Promise<Placement> => {
  const id = over.id ?? newId();
  await manager.insert(Placement, {
    id, homeCountry: 'TH', source: 'self-found', kind: 'wage', employerId: null, employerName: 'A shop at the market', vacancyId: null, applicationId: null, title: 'Shop assistant',
    occupation: '5223', country: 'TH', place: null, wageAmount: 400, wageCurrency: 'THB', wagePeriod: 'day', wageMonthly: 10_400, hoursPerWeek: 48, hasWrittenContract: true,
    contractFileId: null, contractLanguage: null, contractUnderstood: false, passportHolder: 'person', costs: NO_COSTS, costCurrency: 'THB', state: 'active', startedOn: '2026-02-01',
    endedOn: null, endReason: null, createdBy: newId(), createdAt: AT, version: 1,
    ...over, person: undefined, centre: undefined, employer: undefined, vacancy: undefined, application: undefined,
  });
  return manager.findOneByOrFail(Placement, { id });
};

/** The check of day 30 on a job since 1 February 2026, due on 3 March. */
export const newFollowUp = async (manager: EntityManager, placement: Pick<Placement, 'id' | 'personId' | 'centreId'>, over: Partial<FollowUp> = {}): Promise<FollowUp> => {
  const id = over.id ?? newId();
  await manager.insert(FollowUp, {
    id, placementId: placement.id, personId: placement.personId, centreId: placement.centreId, checkDay: 30, dueOn: '2026-03-03', windowFrom: '2026-02-24', windowTo: '2026-03-10',
    state: 'due', attemptedOn: null, reachedOn: null, missedOn: null, version: 1, ...over, placement: undefined, person: undefined, centre: undefined,
  });
  return manager.findOneByOrFail(FollowUp, { id });
};

export const newAttempt = async (manager: EntityManager, followUp: FollowUp, over: Partial<FollowUpAttempt> = {}): Promise<FollowUpAttempt> => {
  const id = over.id ?? newId();
  await manager.insert(FollowUpAttempt, {
    id, followUpId: followUp.id, personId: followUp.personId, centreId: followUp.centreId, attemptedOn: '2026-03-02', channel: 'phone', answeredBy: 'nobody', employerPresent: 'unknown',
    codeWord: 'not-asked', script: 'none', attemptedBy: newId(), createdAt: AT, ...over, followUp: undefined, person: undefined,
  });
  return manager.findOneByOrFail(FollowUpAttempt, { id });
};

/** Still with the same employer, by a payslip. */
export const newObservation = async (manager: EntityManager, placement: Pick<Placement, 'id' | 'personId' | 'centreId'>, over: Partial<Observation> = {}): Promise<Observation> => {
  const id = over.id ?? newId();
  await manager.insert(Observation, {
    id, placementId: placement.id, personId: placement.personId, centreId: placement.centreId, followUpId: null, observedOn: '2026-03-02', employment: 'employed', sameEmployer: true,
    evidence: 'payslip', verified: true, wageAmount: null, wageCurrency: null, wagePeriod: null, wageMonthly: null, belowPromise: null, hoursPerWeek: null, indicators: [],
    sealedWords: null, recordedBy: newId(), createdAt: AT, ...over, placement: undefined, person: undefined, followUp: undefined,
  });
  return manager.findOneByOrFail(Observation, { id });
};

export const newConcern = async (manager: EntityManager, over: Partial<LabourConcern> & OfPerson): Promise<LabourConcern> => {
  const id = over.id ?? newId();
  await manager.insert(LabourConcern, {
    id, placementId: null, source: 'reported', raisedBy: null, receivedOn: '2026-03-02', indicators: ['withholding-of-wages'], worries: [], treatAsMinor: false, severity: 'high',
    state: 'received', handlerId: null, sealedWords: null, reportedBy: 'family', sealedReporter: null, outcome: null, changedAt: AT, version: 1,
    ...over, person: undefined, centre: undefined, placement: undefined,
  });
  return manager.findOneByOrFail(LabourConcern, { id });
};
