import { ruleBroken, type Day, type DomainError, type Transitions } from '@sampan/kernel';

export const ENROLMENT_STATES = [
  'registered',
  'active',
  'suspended',
  'completed',
  'withdrawn',
  'left-early',
  'transferred',
  'deceased',
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

export const ENROLMENT_TRANSITIONS: Transitions<EnrolmentState> = {
  registered: ['active', 'withdrawn', 'left-early', 'transferred', 'deceased'],
  // Back to registered only when the mark that made the enrolment active is corrected away.
  active: ['registered', 'suspended', 'completed', 'withdrawn', 'left-early', 'transferred', 'deceased'],
  suspended: ['active', 'withdrawn', 'left-early', 'transferred', 'deceased'],
  completed: [],
  withdrawn: [],
  'left-early': [],
  transferred: [],
  deceased: [],
};

export const OPEN_ENROLMENT_STATES = ['registered', 'active', 'suspended'] as const satisfies readonly EnrolmentState[];
export type EnrolmentOutcome = Exclude<EnrolmentState, (typeof OPEN_ENROLMENT_STATES)[number]>;

export const isOpen = (state: EnrolmentState): boolean => (OPEN_ENROLMENT_STATES as readonly string[]).includes(state);

/** Active from the first attended session, not when the form is filled; a correction can take it back. */
export const stateAfterMarks = (state: EnrolmentState, enteredOn: string | null): EnrolmentState => {
  if (state === 'registered' && enteredOn !== null) {
    return 'active';
  }
  return state === 'active' && enteredOn === null ? 'registered' : state;
};

/**
 * The first attended day. A day known from before our registers (an import) stays, unless a register of that very day
 * now says otherwise.
 * @param marks of the trainee, oldest session first
 */
export const firstAttendedOn = (
  known: Day | null,
  marks: readonly { readonly sessionOn: Day; readonly attended: boolean }[],
): Day | null => {
  const recorded = marks.find(({ attended }) => attended)?.sessionOn ?? null;
  const isFromElsewhere = known !== null && !marks.some(({ sessionOn }) => sessionOn === known);
  return isFromElsewhere && (recorded === null || known < recorded) ? known : recorded;
};

/** Coded exclusions from outcome rates: the code only, never a diagnosis or a story. */
export const EXCLUSIONS = ['deceased', 'long-term-medical', 'detained', 'called-to-service', 'transferred'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

interface LeavingReason {
  readonly outcome: EnrolmentOutcome | null;
  readonly exclusion: Exclusion | null;
}

/**
 * Why somebody left. A reason that is itself an outcome (moved to another centre, died) says so; the others keep the
 * outcome of the action. Having gone missing is on purpose no exclusion: it is a bad outcome that must be counted.
 */
export const LEAVING_REASONS = {
  'found-work': { outcome: null, exclusion: null },
  'family-needs': { outcome: null, exclusion: null },
  'moved-away': { outcome: null, exclusion: null },
  'cannot-afford': { outcome: null, exclusion: null },
  'course-not-suitable': { outcome: null, exclusion: null },
  'no-contact': { outcome: null, exclusion: null },
  'long-term-medical': { outcome: null, exclusion: 'long-term-medical' },
  'called-to-service': { outcome: null, exclusion: 'called-to-service' },
  detained: { outcome: null, exclusion: 'detained' },
  transferred: { outcome: 'transferred', exclusion: 'transferred' },
  deceased: { outcome: 'deceased', exclusion: 'deceased' },
  'consent-withdrawn': { outcome: null, exclusion: null },
  'cohort-cancelled': { outcome: null, exclusion: null },
  other: { outcome: null, exclusion: null },
} as const satisfies Record<string, LeavingReason>;

export type LeavingReasonCode = keyof typeof LEAVING_REASONS;
export const LEAVING_REASON_CODES = Object.keys(LEAVING_REASONS) as LeavingReasonCode[];

/** Recorded by the product itself, never chosen on a screen. */
const RECORDED_BY_ITSELF: readonly LeavingReasonCode[] = ['consent-withdrawn', 'cohort-cancelled'];
export const CHOSEN_LEAVING_REASONS = LEAVING_REASON_CODES.filter((code) => !RECORDED_BY_ITSELF.includes(code));

export const EVIDENCE_KINDS = ['document-seen', 'authority-told-us', 'family-told-us', 'person-told-us'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const leave = (
  action: 'withdrawn' | 'left-early',
  reason: LeavingReasonCode,
): { readonly outcome: EnrolmentOutcome; readonly exclusion: Exclusion | null } => {
  const { outcome, exclusion } = LEAVING_REASONS[reason];
  return { outcome: outcome ?? action, exclusion };
};

/** An exclusion changes a published rate, so somebody must be able to say how we know. */
export const whyNotLeave = (reason: LeavingReasonCode, evidence: EvidenceKind | null): DomainError | null =>
  LEAVING_REASONS[reason].exclusion !== null && evidence === null
    ? ruleBroken('EXCLUSION_NEEDS_EVIDENCE', 'Say how you know, because this reason takes the trainee out of the rates.')
    : null;
