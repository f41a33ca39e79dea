import { addDays, daysBetween, type Day } from '@sampan/kernel';
import type { Calendar } from './calendar';
import type { Chance } from './chance';
import type { DemoPerson } from './people';
import type { DemoCentre } from './places';
import { breathe, type Rows } from './rows';
import type { DemoLeaver, DemoProgramme } from './training';

interface DemoEmployer {
  readonly id: string;
  readonly name: string;
  readonly country: string;
}

interface DemoJob {
  readonly id: string;
  readonly person: DemoPerson;
  readonly crossBorder: boolean;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly wage: number;
  readonly selfEmployed: boolean;
}

const EMPLOYERS = ['Blue Heron Workshop', 'Lotus Pond Garments', 'Three Bridges Electric', 'Morning Market Kitchen', 'Rice Barge Books', 'Tamarind Metalworks', 'Kingfisher Guesthouse', 'Green Canal Foods', 'Palm Row Tailors', 'Riverbend Installations', 'Stone Elephant Hotel', 'Paper Kite Office Services'];
const STREETS = ['Invented Street 1', 'Invented Street 2', 'Invented Market', 'Invented Quay'];
const CHECKS = ['registration', 'site-visit', 'workers-asked', 'watch-list', 'no-fees-promise', 'contact-found-independently'];
const COST_HEADS = ['recruitment-fee', 'medical', 'insurance', 'skills-test', 'training', 'equipment', 'travel-and-lodging', 'administration', 'other-payments'];
/** Whoever ended training is asked again after half a year and after a year, in a job or out of it. */
const ASKED_AFTER_LEAVING = [180, 365];
const GRACE: Readonly<Record<number, number>> = { 7: 3, 30: 7, 90: 14, 180: 30, 365: 30 };

/** Employers of one centre: most are cleared, some wait, one is blocked, one has run out. */
export const makeEmployers = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre): DemoEmployer[] =>
  EMPLOYERS.map((name, position) => {
    const at = calendar.at(calendar.ago(chance.whole(200, 1_000)));
    const id = chance.id(at);
    const state = ['cleared', 'cleared', 'cleared', 'cleared', 'cleared', 'cleared', 'conditional', 'cleared', 'cleared', 'in-review', 'blocked', 'expired'][position]!;
    const country = position % 4 === 3 ? centre.abroad[0]! : centre.country;
    const waits = state === 'in-review';
    rows.add('employer', {
      id, centre_id: centre.id, name: `${name} (demo)`, kind: 'employer', country, place: STREETS[position % STREETS.length], registration_number: `DEMO-${centre.country}-${position + 1}`, licence_number: null,
      contact_name: null, contact_phone: null, vetting_state: state, valid_until: state === 'cleared' || state === 'conditional' ? addDays(calendar.today, chance.whole(60, 300)) : state === 'expired' ? calendar.ago(20) : null,
      conditions: state === 'conditional' ? 'Visit again after the first month.' : null, blocked_reason: state === 'blocked' ? 'Passports of workers were kept.' : null,
      proposed_outcome: waits ? 'cleared' : null, proposed_valid_until: waits ? addDays(calendar.today, 300) : null, proposed_conditions: null, proposed_by: waits ? centre.staff.placementOfficer : null,
      proposed_at: waits ? calendar.at(calendar.ago(2)) : null, created_by: centre.staff.placementOfficer, created_at: at, version: 1,
    });
    for (const kind of CHECKS) {
      rows.add('vetting_check', {
        id: chance.id(at), employer_id: id, centre_id: centre.id, kind, result: state === 'blocked' && kind === 'workers-asked' ? 'failed' : 'passed', evidence: 'Seen on the spot; notes in the file of the centre.',
        checked_on: calendar.ago(daysBetween(at.toISOString().slice(0, 10), calendar.today)), checked_by: centre.staff.placementOfficer, created_at: at,
      });
    }
    if (!waits) {
      rows.add('vetting_decision', {
        id: chance.id(at), employer_id: id, centre_id: centre.id, proposed_by: centre.staff.placementOfficer, decided_by: centre.staff.supervisor, approved: state !== 'blocked', state: state === 'expired' ? 'cleared' : state,
        valid_until: state === 'blocked' ? null : addDays(calendar.today, 100), reason: null, decided_at: at,
      });
    }
    return { id, name: `${name} (demo)`, country, usable: ['cleared', 'conditional'].includes(state) };
  }).filter(({ usable }) => usable);

/** One vacancy per employer and programme, open or filled, screened and passed. */
const makeVacancy = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, employer: DemoEmployer, programme: DemoProgramme): { id: string; row: { taken: number; places: number; state: string } } => {
  const at = calendar.at(calendar.ago(chance.whole(30, 900)));
  const id = chance.id(at);
  const wage = Math.round((centre.usualWage * (0.9 + chance.next() * 0.4)) / 100) * 100;
  const answers = Object.fromEntries(
    ['no-experience-asked', 'only-typing-or-language', 'suspicious-title', 'employer-uncheckable', 'approached-on-social-media', 'ticket-housing-food-free', 'tourist-visa', 'hurry-few-questions', 'border-zone-or-known-site', 'no-written-contract-or-licence', 'no-interview', 'fee-or-documents-asked-first', 'openly-scam-or-gambling', 'on-watch-list'].map((item) => [item, 'no']),
  );
  const row = {
    id, centre_id: centre.id, employer_id: employer.id, agency_id: null, title: programme.names['en']!, kind: 'wage', occupation: programme.occupation, description: null, country: employer.country, place: 'Invented Street 1',
    places: 40, taken: 0, wage_amount: wage, wage_currency: centre.currency, wage_period: 'month', wage_monthly: wage, hours_per_week: 48, usual_monthly: centre.usualWage, usual_source: 'Survey of the centre',
    legal_minimum_monthly: centre.minimumWage, state: 'open', closes_on: null, screen_answers: answers, screen_outcome: 'passed', screen_signs: [], screened_by: centre.staff.placementOfficer, screened_at: at,
    created_by: centre.staff.placementOfficer, created_at: at, version: 1,
  };
  rows.add('vacancy', row);
  return { id, row };
};

/** What became of those who left training: work found by the centre or by themselves, and whether it lasted. */
export const makePlacements = async (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, employers: readonly DemoEmployer[], leavers: readonly DemoLeaver[]): Promise<void> => {
  const vacancies = new Map<string, { id: string; row: { taken: number; places: number; state: string } }>();
  for (const [place, { person, programme, outcome, exitedOn }] of leavers.entries()) {
    await breathe(place);
    if (!chance.happens(outcome === 'completed' ? 0.68 : 0.3)) {
      continue;
    }
    const startedOn = addDays(exitedOn, Math.round(chance.next() ** 2 * 150) + 3);
    if (!calendar.isPast(startedOn)) {
      continue;
    }
    const source = outcome === 'completed' ? chance.weighted([['sent', 62], ['self-found', 24], ['self-employed', 9], ['informal', 5]] as const) : chance.weighted([['self-found', 60], ['informal', 30], ['self-employed', 10]] as const);
    const employer = chance.pick(employers.filter(({ country }) => !person.isMinor || country === centre.country));
    const sent = source === 'sent';
    const key = `${employer.id}/${programme.id}`;
    if (sent && !vacancies.has(key)) {
      vacancies.set(key, makeVacancy(rows, chance, calendar, centre, employer, programme));
    }
    const vacancy = sent ? vacancies.get(key)! : null;
    const job = makePlacement(rows, chance, calendar, centre, { person, programme, startedOn, source, employer, vacancyId: vacancy?.id ?? null });
    askAfterLeaving(rows, chance, calendar, centre, job, exitedOn);
    if (vacancy) {
      vacancy.row.taken += 1;
      vacancy.row.places = Math.max(vacancy.row.places, vacancy.row.taken + 1);
    }
    makeFollowUps(rows, chance, calendar, centre, job);
  }
};

interface NewJob {
  readonly person: DemoPerson;
  readonly programme: DemoProgramme;
  readonly startedOn: Day;
  readonly source: 'sent' | 'self-found' | 'self-employed' | 'informal';
  readonly employer: DemoEmployer;
  readonly vacancyId: string | null;
}

/** Whom people name who found their work by themselves: nobody whose file the centre keeps. */
const FOUND_EMPLOYERS = ['Riverside Workshop (demo)', 'Morning Star Family Business (demo)', 'Golden Bamboo Company (demo)', 'Old Market Traders (demo)', 'Seven Bridges Store (demo)'] as const;

const makePlacement = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, { person, programme, startedOn, source, employer, vacancyId }: NewJob): DemoJob => {
  const at = calendar.at(startedOn);
  const sent = source === 'sent';
  const selfEmployed = source === 'self-employed';
  // Most who stop do so in the first months.
  const lasts = chance.happens(0.4) ? Math.round(10 + chance.next() ** 1.5 * 380) : 10_000;
  const endedOn = calendar.isPast(addDays(startedOn, lasts)) ? addDays(startedOn, lasts) : null;
  const wage = Math.round((centre.usualWage * (0.75 + chance.next() * 0.6)) / 100) * 100;
  const applicationId = sent ? chance.id(at) : null;
  const contracted = sent || chance.happens(0.4);
  if (sent) {
    rows.add('vacancy_application', {
      id: applicationId, vacancy_id: vacancyId, person_id: person.id, centre_id: centre.id, state: 'accepted', declined_by: null, reason: null, created_by: centre.staff.placementOfficer,
      created_at: calendar.at(addDays(startedOn, -12)), changed_at: at, version: 1,
    });
  }
  const id = chance.id(at);
  rows.add('placement', {
    id, person_id: person.id, centre_id: centre.id, home_country: centre.country, source, kind: selfEmployed ? 'self-employment' : 'wage', employer_id: sent ? employer.id : null,
    employer_name: sent || selfEmployed ? null : FOUND_EMPLOYERS[(wage / 100) % FOUND_EMPLOYERS.length], vacancy_id: vacancyId, application_id: applicationId, title: programme.names['en'], occupation: programme.occupation,
    country: sent ? employer.country : centre.country, place: null, wage_amount: wage, wage_currency: centre.currency, wage_period: 'month', wage_monthly: wage, hours_per_week: 48,
    has_written_contract: contracted, contract_file_id: null, contract_language: contracted ? centre.language : null, contract_understood: sent, passport_holder: sent ? 'person' : null,
    costs: sent ? COST_HEADS.map((head) => ({ head, amount: 0, paidBy: 'nobody' })) : [], cost_currency: sent ? centre.currency : null, state: endedOn ? 'ended' : 'active', started_on: startedOn, ended_on: endedOn,
    end_reason: endedOn ? chance.weighted([['contract-ended', 30], ['better-job', 25], ['family', 20], ['laid-off', 12], ['wage-unpaid', 5], ['unsafe', 2], ['unknown', 6]]) : null,
    created_by: centre.staff.placementOfficer, created_at: at, version: 1,
  });
  tell(rows, chance, at, person, sent ? 'placement.started' : 'placement.recorded', 'fact.placement-status', { source, kind: selfEmployed ? 'self-employment' : 'wage' }, id, 'placement');
  if (endedOn) {
    tell(rows, chance, calendar.at(endedOn), person, 'placement.ended', 'fact.placement-status', { source, kind: selfEmployed ? 'self-employment' : 'wage' }, id, 'placement');
  }
  return { id, person, crossBorder: sent && employer.country !== centre.country, startedOn, endedOn, wage, selfEmployed };
};

const makeFollowUps = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, job: DemoJob): void => {
  for (const checkDay of [7, 30, 90, 180, 365]) {
    if (checkDay === 7 && !job.crossBorder) {
      continue;
    }
    const dueOn = addDays(job.startedOn, checkDay);
    const [from, to] = [addDays(dueOn, -GRACE[checkDay]!), addDays(dueOn, GRACE[checkDay]!)];
    const called = addDays(dueOn, chance.whole(-2, 3));
    const wasCalled = calendar.isPast(called) && chance.happens(0.94);
    const reached = wasCalled && chance.happens(checkDay > 100 ? 0.84 : 0.9);
    const state = reached ? 'reached' : wasCalled ? (calendar.isPast(dueOn) ? 'overdue' : 'attempted') : calendar.today < from ? 'scheduled' : calendar.today <= dueOn ? 'due' : 'overdue';
    const id = chance.id(calendar.at(job.startedOn));
    rows.add('follow_up', {
      id, placement_id: job.id, person_id: job.person.id, centre_id: centre.id, check_day: checkDay, due_on: dueOn, window_from: from, window_to: to, state, attempted_on: wasCalled ? called : null,
      reached_on: reached ? called : null, missed_on: !reached && calendar.isPast(to) ? to : null, version: 1,
    });
    if (wasCalled) {
      rows.add('follow_up_attempt', {
        id: chance.id(calendar.at(called)), follow_up_id: id, person_id: job.person.id, centre_id: centre.id, attempted_on: called, channel: 'phone', answered_by: reached ? 'person' : 'nobody',
        employer_present: 'no', code_word: 'right', script: 'full', attempted_by: centre.staff.placementOfficer, created_at: calendar.at(called, 4),
      });
    }
    if (reached) {
      makeObservation(rows, chance, calendar, centre, job, id, called);
      tell(rows, chance, calendar.at(called, 4), job.person, 'placement.follow-up-reached', 'fact.placement', { checkDay }, id, 'follow-up');
    }
  }
};

const askAfterLeaving = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, job: DemoJob, exitedOn: Day): void => {
  for (const days of ASKED_AFTER_LEAVING) {
    const on = addDays(exitedOn, days + chance.whole(-14, 14));
    if (calendar.isPast(on) && on > job.startedOn && chance.happens(0.86)) {
      makeObservation(rows, chance, calendar, centre, job, null, on);
    }
  }
};

const makeObservation = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, job: DemoJob, followUpId: string | null, on: Day): void => {
  const still = !job.endedOn || on <= job.endedOn;
  const elsewhere = !still && chance.happens(0.4);
  const employment = still ? (job.selfEmployed ? 'self-employed' : 'employed') : elsewhere ? 'employed' : chance.weighted([['unemployed-seeking', 80], ['not-seeking', 12], ['in-training', 8]]);
  const working = still || elsewhere;
  const evidence = chance.weighted([['call', 38], ['payslip', 34], ['visit', 16], ['bank', 12]]);
  rows.add('observation', {
    id: chance.id(calendar.at(on, 4)), placement_id: job.id, person_id: job.person.id, centre_id: centre.id, follow_up_id: followUpId, observed_on: on, employment, same_employer: working ? still : null, evidence,
    verified: evidence !== 'call', wage_amount: working ? job.wage : null, wage_currency: working ? centre.currency : null, wage_period: working ? 'month' : null, wage_monthly: working ? job.wage : null,
    below_promise: working ? chance.happens(0.06) : null, hours_per_week: working ? 48 : null, indicators: [], sealed_words: null, recorded_by: centre.staff.placementOfficer, created_at: calendar.at(on, 4),
  });
};

const tell = (rows: Rows, chance: Chance, at: Date, person: DemoPerson, kind: string, fact: string, data: object, sourceId: string, sourceType: string): void =>
  rows.add('timeline_entry', { id: chance.id(at), person_id: person.id, centre_id: person.centre.id, at, kind, fact, data, source_type: sourceType, source_id: sourceId });
