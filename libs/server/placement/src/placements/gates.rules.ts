import { ruleBroken, type DomainError } from '@sampan/kernel';
import { maySendTo, type VettingState } from '../employers/vetting.rules';
import type { ScreenOutcome } from '../vacancies/offer-screen.rules';
import type { VacancyState } from '../vacancies/vacancy.rules';
import { isCrossBorder, isWithheld, type PassportHolder } from './placement.rules';
import { blankHeads, type CostHead, type RecruitmentCost } from './recruitment-cost.rules';

/** What must be true of where somebody is sent. */
export interface SendingFacts {
  /** As it counts today. */
  readonly employer: VettingState;
  /** The agency between, when there is one. */
  readonly agency: VettingState | null;
  readonly vacancy: VacancyState;
  readonly screen: ScreenOutcome | null;
  readonly consent: boolean;
  readonly treatAsMinor: boolean;
  readonly homeCountry: string;
  readonly jobCountry: string;
}

/** What must be true of the paper before somebody sets out. */
export interface PaperFacts {
  readonly contractFileId: string | null;
  readonly contractLanguage: string | null;
  /** The person confirmed that this is a language they read, or it was read to them in theirs. */
  readonly contractUnderstood: boolean;
  readonly passportHolder: PassportHolder | null;
  readonly costs: readonly RecruitmentCost[];
}

export const SENDING_GATES = ['employer-cleared', 'agency-cleared', 'vacancy-passed', 'consent', 'adult-if-cross-border'] as const;
export const PAPER_GATES = ['contract', 'contract-language', 'passport', 'costs'] as const;
export type Gate = (typeof SENDING_GATES)[number] | (typeof PAPER_GATES)[number];

export interface GateAnswer {
  readonly gate: Gate;
  readonly passed: boolean;
  /** Why not, as a code that the screen has words for. */
  readonly missing: string | null;
  /** For the costs: the heads that are blank. */
  readonly blank?: readonly CostHead[];
}

/** A vacancy that was closed since still has sent the one who is on the way. */
const PASSED_STATES: ReadonlySet<VacancyState> = new Set<VacancyState>(['open', 'filled', 'closed']);

const answer = (gate: Gate, passed: boolean, missing: string): GateAnswer => ({ gate, passed, missing: passed ? null : missing });

export const sendingGates = (facts: SendingFacts): readonly GateAnswer[] => [
  answer('employer-cleared', maySendTo(facts.employer), `EMPLOYER_${facts.employer.toUpperCase().replace('-', '_')}`),
  ...(facts.agency === null ? [] : [answer('agency-cleared', maySendTo(facts.agency), `AGENCY_${facts.agency.toUpperCase().replace('-', '_')}`)]),
  answer('vacancy-passed', facts.screen === 'passed' && PASSED_STATES.has(facts.vacancy), 'VACANCY_NOT_PASSED'),
  answer('consent', facts.consent, 'CONSENT_MISSING'),
  answer('adult-if-cross-border', !(facts.treatAsMinor && isCrossBorder(facts.homeCountry, facts.jobCountry)), 'MINOR_ACROSS_BORDER'),
];

export const paperGates = (facts: PaperFacts): readonly GateAnswer[] => {
  const blank = blankHeads(facts.costs);
  return [
    answer('contract', facts.contractFileId !== null, 'CONTRACT_MISSING'),
    answer('contract-language', facts.contractLanguage !== null && facts.contractUnderstood, 'CONTRACT_NOT_UNDERSTOOD'),
    answer('passport', facts.passportHolder !== null && !isWithheld(facts.passportHolder), facts.passportHolder === null ? 'PASSPORT_HOLDER_MISSING' : 'PASSPORT_WITHHELD'),
    { ...answer('costs', blank.length === 0, 'COSTS_BLANK'), blank },
  ];
};

/** Whether the centre may send. The refusal names every gate that is shut, so that nobody is sent round in circles. */
export const whyNotPass = (gates: readonly GateAnswer[]): DomainError | null => {
  const shut = gates.filter(({ passed }) => !passed);
  return shut.length === 0
    ? null
    : ruleBroken('GATES_SHUT', 'Something is missing before this person may be sent.', { missing: shut.map(({ missing }) => missing), gates: shut.map(({ gate }) => gate) });
};

export const RECORD_WORRIES = ['no-contract', 'passport-withheld', 'person-paid-fee', 'minor-across-border'] as const;
export type RecordWorry = (typeof RECORD_WORRIES)[number];

export interface RecordedJob extends Pick<PaperFacts, 'passportHolder' | 'costs'> {
  readonly hasWrittenContract: boolean;
  readonly worksForOthers: boolean;
  readonly treatAsMinor: boolean;
  readonly homeCountry: string;
  readonly jobCountry: string;
}

/** A job that exists anyway is recorded, never blocked; what is wrong with it becomes a concern. */
export const worriesOf = (job: RecordedJob): readonly RecordWorry[] => {
  const crosses = isCrossBorder(job.homeCountry, job.jobCountry);
  const found: [RecordWorry, boolean][] = [
    ['no-contract', job.worksForOthers && !job.hasWrittenContract],
    ['passport-withheld', isWithheld(job.passportHolder)],
    ['person-paid-fee', job.costs.some(({ head, paidBy, amount }) => head === 'recruitment-fee' && paidBy === 'person' && amount > 0)],
    ['minor-across-border', job.treatAsMinor && crosses],
  ];
  return found.filter(([, present]) => present).map(([worry]) => worry);
};
