import { addDays, daysBetween, type Day } from '@sampan/kernel';

/** One dated answer to "are you working?". */
export interface Observation {
  readonly on: Day;
  readonly employment: string;
  readonly sameEmployer: boolean | null;
  readonly verified: boolean;
}

const IN_WORK: ReadonlySet<string> = new Set(['employed', 'self-employed']);

/** The answer nearest to the day within ± so many days; of two equally near the later one. An unknown answer is no answer. */
const nearest = (observations: readonly Observation[], day: Day, reach: number): Observation | null => {
  const distance = ({ on }: Observation): number => Math.abs(daysBetween(day, on));
  const answers = observations.filter((observation) => observation.employment !== 'unknown' && distance(observation) <= reach);
  return answers.sort((one, other) => distance(one) - distance(other) || (one.on < other.on ? 1 : -1))[0] ?? null;
};

export interface TrainingFacts {
  /** Null while in training, at the cut-off. */
  readonly outcome: string | null;
  readonly exclusion: string | null;
  readonly exitedOn: Day | null;
  readonly plannedEndOn: Day;
}

/** The day on which completion is looked at: ninety days after the planned end. */
export const completionDueOn = (plannedEndOn: Day): Day => addDays(plannedEndOn, 90);

const isExcluded = ({ exclusion, outcome }: Pick<TrainingFacts, 'exclusion' | 'outcome'>): boolean => exclusion !== null || outcome === 'deceased';

const COMPLETION: Readonly<Record<string, string>> = { completed: 'completed', transferred: 'transferred', 'left-early': 'left-early', withdrawn: 'left-early' };

/** T6 and T7: where an entrant stands ninety days after the planned end. */
export const completionOf = (facts: TrainingFacts): string => {
  if (isExcluded(facts)) {
    return 'excluded';
  }
  const left = facts.exitedOn !== null && facts.exitedOn <= completionDueOn(facts.plannedEndOn);
  return left ? (COMPLETION[facts.outcome ?? ''] ?? 'still-in') : 'still-in';
};

export interface ExitFacts {
  readonly outcome: string;
  readonly exclusion: string | null;
  readonly exitedOn: Day;
  readonly observations: readonly Observation[];
}

const EXIT_DAY = 180;
const YEAR_DAY = 365;
const REACH = 30;

export const exitDueOn = (exitedOn: Day): Day => addDays(exitedOn, EXIT_DAY);
export const yearDueOn = (exitedOn: Day): Day => addDays(exitedOn, YEAR_DAY);
export const certificateDueOn = (exitedOn: Day): Day => addDays(exitedOn, 90);

/** Coded exclusions of an exit; who went to another centre's programme is counted there. */
const isExcludedExit = (facts: ExitFacts): boolean => isExcluded(facts) || facts.outcome === 'transferred';

/** P1: verified work on day 180 (± 30). Work that nobody verified is unknown, and unknown is never "not employed". */
export const exitOutcomeOf = (facts: ExitFacts): string => {
  if (isExcludedExit(facts)) {
    return 'excluded';
  }
  const verified = facts.observations.filter(({ employment, verified: proven }) => proven || !IN_WORK.has(employment));
  const answer = nearest(verified, exitDueOn(facts.exitedOn), REACH);
  return answer ? (IN_WORK.has(answer.employment) ? 'employed' : 'not-employed') : 'unknown';
};

const YEAR_OUTCOME: Readonly<Record<string, string>> = {
  employed: 'employed',
  'self-employed': 'employed',
  apprenticeship: 'apprenticeship',
  'in-training': 'training',
  'unemployed-seeking': 'seeking',
  'not-seeking': 'not-seeking',
};

/** P2, P3, P4: what a completer does one year after (365 ± 30 days). */
export const yearOutcomeOf = (facts: ExitFacts): string => {
  if (isExcludedExit(facts)) {
    return 'excluded';
  }
  const answer = nearest(facts.observations, yearDueOn(facts.exitedOn), REACH);
  return YEAR_OUTCOME[answer?.employment ?? ''] ?? 'unknown';
};

export interface CertificateFacts {
  readonly exitedOn: Day;
  readonly assessed: boolean;
  readonly issuedOn: Day | null;
}

/** T8: certified within ninety days of completing, and whether an assessment was taken. */
export const certificationOf = ({ exitedOn, assessed, issuedOn }: CertificateFacts): string => {
  const certified = issuedOn !== null && issuedOn <= certificateDueOn(exitedOn);
  if (certified) {
    return assessed ? 'certified-assessed' : 'certified-unassessed';
  }
  return assessed ? 'assessed-only' : 'neither';
};

export interface PlacementFacts {
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly exclusion: string | null;
  readonly observations: readonly Observation[];
}

/** Days of grace around each retention check. */
export const RETENTION_GRACE: Readonly<Record<number, number>> = { 30: 7, 90: 14, 180: 30, 365: 30 };

/**
 * P7: where a placed person works on day 30, 90, 180 or 365. A placement that is known to have ended is a "no" for the same
 * employer, and unknown for any employment, unless somebody asked.
 */
export const retentionOf = (facts: PlacementFacts, day: number): string => {
  if (facts.exclusion !== null) {
    return 'excluded';
  }
  const due = addDays(facts.startedOn, day);
  const answer = nearest(facts.observations, due, RETENTION_GRACE[day] ?? 0);
  const ended = facts.endedOn !== null && facts.endedOn <= due;
  if (!answer) {
    return ended ? 'ended' : 'unknown';
  }
  if (!IN_WORK.has(answer.employment) && answer.employment !== 'apprenticeship') {
    return 'none';
  }
  return answer.sameEmployer && !ended ? 'same' : 'other';
};

export interface CheckFacts {
  readonly windowFrom: Day;
  readonly windowTo: Day;
  readonly attemptedOn: Day | null;
  readonly reachedOn: Day | null;
}

/** C3: whether the person was reached inside the window, or at least called. */
export const checkOutcomeOf = ({ windowFrom, windowTo, attemptedOn, reachedOn }: CheckFacts): string => {
  const inside = (day: Day | null): boolean => day !== null && day >= windowFrom && day <= windowTo;
  if (inside(reachedOn)) {
    return 'reached';
  }
  return inside(attemptedOn) ? 'attempted-only' : 'not-attempted';
};

/** Age in the year of the event; a birth year is all that the facts carry. */
export const ageBandOf = (birthYear: number | null, on: Day): string => {
  if (birthYear === null) {
    return 'unknown';
  }
  const age = Number(on.slice(0, 4)) - birthYear;
  const bands: readonly (readonly [number, string])[] = [[18, 'under-18'], [25, '18-24'], [35, '25-34'], [50, '35-49']];
  return bands.find(([below]) => age < below)?.[1] ?? '50-plus';
};
