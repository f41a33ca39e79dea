import { DomainError, ruleBroken, whyNotMove, type Transitions } from '@sampan/kernel';

export const EMPLOYER_KINDS = ['employer', 'recruitment-agency'] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

export const VETTING_STATES = ['unvetted', 'in-review', 'cleared', 'conditional', 'blocked', 'expired'] as const;
export type VettingState = (typeof VETTING_STATES)[number];

/** Blocking is open from every state: danger is acted on first and discussed afterwards. */
export const VETTING_TRANSITIONS: Transitions<VettingState> = {
  unvetted: ['in-review', 'blocked'],
  'in-review': ['cleared', 'conditional', 'blocked'],
  cleared: ['cleared', 'conditional', 'in-review', 'blocked', 'expired'],
  conditional: ['cleared', 'conditional', 'in-review', 'blocked', 'expired'],
  expired: ['in-review', 'blocked'],
  blocked: ['in-review'],
};

export const VETTING_CHECKS = ['registration', 'licence', 'site-visit', 'workers-asked', 'watch-list', 'no-fees-promise', 'contact-found-independently'] as const;
export type VettingCheckKind = (typeof VETTING_CHECKS)[number];

export const CHECK_RESULTS = ['passed', 'failed', 'not-possible'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export const VETTING_OUTCOMES = ['cleared', 'conditional'] as const;
export type VettingOutcome = (typeof VETTING_OUTCOMES)[number];

/** The longest that a clearance may be trusted, in days. */
export const LONGEST_CLEARANCE_DAYS = 366;

/** Without these nobody is sent anywhere, not even on conditions. */
const LEAST_CHECKS: readonly VettingCheckKind[] = ['registration', 'watch-list'];

export const requiredChecks = (kind: EmployerKind, outcome: VettingOutcome): readonly VettingCheckKind[] => {
  if (outcome === 'conditional') {
    return kind === 'recruitment-agency' ? [...LEAST_CHECKS, 'licence'] : LEAST_CHECKS;
  }
  return VETTING_CHECKS.filter((check) => check !== 'licence' || kind === 'recruitment-agency');
};

export type LatestChecks = Readonly<Partial<Record<VettingCheckKind, CheckResult>>>;

export interface VettingProposal {
  readonly outcome: VettingOutcome;
  readonly validUntil: string;
  readonly conditions: string | null;
}

export interface ProposalCheck extends VettingProposal {
  readonly kind: EmployerKind;
  readonly state: VettingState;
  readonly checks: LatestChecks;
  readonly today: string;
  /** The last day that a clearance proposed today may reach. */
  readonly latest: string;
}

/** Whether this clearance may be proposed. A failed check can never be proposed away: the employer stays in review or is blocked. */
export const whyNotPropose = (check: ProposalCheck): DomainError | null => {
  if (check.state === 'unvetted' || check.state === 'blocked') {
    return whyNotMove(VETTING_TRANSITIONS, check.state, check.outcome);
  }
  const failed = VETTING_CHECKS.filter((kind) => check.checks[kind] === 'failed');
  if (failed.length > 0) {
    return ruleBroken('VETTING_CHECK_FAILED', 'A check has failed, so this employer cannot be cleared.', { failed });
  }
  const missing = requiredChecks(check.kind, check.outcome).filter((kind) => check.checks[kind] !== 'passed');
  if (missing.length > 0) {
    return ruleBroken('VETTING_CHECKS_MISSING', 'Some checks have not been passed yet.', { missing });
  }
  if (check.outcome === 'conditional' && !check.conditions) {
    return ruleBroken('VETTING_CONDITIONS_MISSING', 'Say under which conditions people may be sent.');
  }
  if (check.validUntil <= check.today || check.validUntil > check.latest) {
    return ruleBroken('VETTING_DATE_REFUSED', 'A clearance ends after today and within a year.', { from: check.today, to: check.latest });
  }
  return null;
};

/** The second person: whoever proposed a clearance may not also approve it. */
export const whyNotDecide = (proposedBy: string | null, decidedBy: string): DomainError | null => {
  if (proposedBy === null) {
    return ruleBroken('VETTING_NOT_PROPOSED', 'Nothing has been proposed for this employer.');
  }
  return proposedBy === decidedBy
    ? new DomainError('not-allowed', 'SECOND_APPROVER_NEEDED', 'Somebody other than the proposer must decide.')
    : null;
};

/** What counts today: a clearance whose day has passed is expired, whether or not the nightly job has said so yet. */
export const vettingOn = (state: VettingState, validUntil: string | null, today: string): VettingState =>
  (state === 'cleared' || state === 'conditional') && (validUntil === null || validUntil < today) ? 'expired' : state;

export const maySendTo = (state: VettingState): boolean => state === 'cleared' || state === 'conditional';
