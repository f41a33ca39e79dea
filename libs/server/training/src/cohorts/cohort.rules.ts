import { ruleBroken, type DomainError, type Transitions } from '@sampan/kernel';

export const COHORT_STATES = ['planned', 'open', 'closed', 'running', 'completed', 'cancelled'] as const;
export type CohortState = (typeof COHORT_STATES)[number];

export const COHORT_TRANSITIONS: Transitions<CohortState> = {
  planned: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: ['running', 'cancelled'],
  running: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

/** `running` is here for those who join late; the closing day still ends it. */
const STATES_THAT_TAKE_TRAINEES: readonly CohortState[] = ['open', 'running'];
const STATES_WITH_SESSIONS: readonly CohortState[] = ['planned', 'open', 'closed', 'running'];

export interface EnrolmentCheck {
  readonly state: CohortState;
  readonly enrolmentClosesOn: string;
  readonly today: string;
}

/**
 * Whether one more trainee may join, seats aside: the seat is taken by a guarded counter, because two who come at
 * once would both pass a check made here.
 */
export const whyNotEnrol = ({ state, enrolmentClosesOn, today }: EnrolmentCheck): DomainError | null => {
  if (state === 'planned') {
    return ruleBroken('ENROLMENT_NOT_OPEN', 'Enrolment for this cohort has not opened yet.');
  }
  if (!STATES_THAT_TAKE_TRAINEES.includes(state) || today >= enrolmentClosesOn) {
    return ruleBroken('ENROLMENT_CLOSED', 'Enrolment for this cohort has closed.');
  }
  return null;
};

export const cohortFull = (): DomainError => ruleBroken('COHORT_FULL', 'This cohort has no free place.');

export const whyNotSchedule = (state: CohortState): DomainError | null =>
  STATES_WITH_SESSIONS.includes(state)
    ? null
    : ruleBroken('COHORT_OVER', 'A cohort that is over takes no more sessions.');

export interface CohortDays {
  readonly startsOn: string;
  readonly plannedEndOn: string;
  readonly enrolmentClosesOn: string;
}

export const whyNotTheseDays = ({ startsOn, plannedEndOn, enrolmentClosesOn }: CohortDays): DomainError | null => {
  if (plannedEndOn < startsOn) {
    return ruleBroken('COHORT_ENDS_BEFORE_START', 'A cohort cannot end before it starts.');
  }
  if (enrolmentClosesOn > plannedEndOn) {
    return ruleBroken('ENROLMENT_CLOSES_AFTER_END', 'Enrolment must close by the day the cohort ends.');
  }
  return null;
};

export const placesBelowTaken = (): DomainError =>
  ruleBroken('PLACES_BELOW_TAKEN', 'There are already more trainees than that. Withdraw somebody first.');
