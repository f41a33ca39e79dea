import { type DomainError, ruleBroken, type Transitions } from '@sampan/kernel';

export const CASE_STAGES = [
  'referred',
  'intake',
  'assessment',
  'planning',
  'in-progress',
  'closing',
  'closed',
  'reopened',
  'rejected',
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** Where a case may go next. What has been recorded moves it; nobody sets a stage by hand. */
export const CASE_STAGE_MOVES: Transitions<CaseStage> = {
  referred: ['intake', 'rejected'],
  intake: ['assessment', 'rejected'],
  assessment: ['planning', 'closing'],
  planning: ['in-progress', 'closing'],
  'in-progress': ['closing'],
  // A closure that the supervisor returns puts the case back where its records say it is.
  closing: ['closed', 'assessment', 'planning', 'in-progress', 'reopened'],
  closed: ['reopened'],
  reopened: ['planning', 'closing'],
  rejected: [],
};

export const CASE_SOURCES = [
  'walk-in',
  'hotline',
  'border-screening',
  'embassy',
  'police',
  'centre',
  'self',
  'flag',
] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

export const REJECTION_REASONS = ['not-in-scope', 'person-declined', 'served-elsewhere', 'could-not-be-found'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export const CLOSURE_REASONS = [
  'goals-met',
  'declined-further-help',
  'lost-contact',
  'moved-away',
  'transferred',
  'deceased',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

export const CLOSURE_OUTCOMES = [
  'safe-in-work',
  'safe-in-training',
  'safe-without-work',
  'risk-remains',
  'unknown',
] as const;
export type ClosureOutcome = (typeof CLOSURE_OUTCOMES)[number];

/** The dated facts that a stage is derived from. Moments are compared, so all are of one clock. */
export interface CaseFacts {
  readonly ownerId: string | null;
  readonly intakeRecordedAt: Date | null;
  readonly assessedAt: Date | null;
  readonly planAgreedAt: Date | null;
  readonly closureRequestedAt: Date | null;
  readonly closedAt: Date | null;
  readonly reopenedAt: Date | null;
  readonly rejectedAt: Date | null;
}

const sinceReopening =
  ({ reopenedAt }: CaseFacts) =>
  (moment: Date | null): boolean =>
    moment !== null && (reopenedAt === null || moment >= reopenedAt);

/**
 * The stage that the records show. After a reopening only what was recorded since then counts: the old plan
 * was made for another situation.
 */
export const stageOf = (facts: CaseFacts): CaseStage => {
  const since = sinceReopening(facts);

  const shown: readonly (readonly [CaseStage, boolean])[] = [
    ['rejected', facts.rejectedAt !== null],
    ['closed', since(facts.closedAt)],
    ['closing', since(facts.closureRequestedAt)],
    ['in-progress', since(facts.planAgreedAt)],
    ['planning', since(facts.assessedAt)],
    ['reopened', facts.reopenedAt !== null],
    ['assessment', facts.intakeRecordedAt !== null],
    ['intake', facts.ownerId !== null],
  ];
  return shown.find(([, is]) => is)?.[0] ?? 'referred';
};

export const isOpen = (stage: CaseStage): boolean => stage !== 'closed' && stage !== 'rejected';

export const BAR_MARKS = ['done', 'skipped', 'current', 'ahead'] as const;
export interface StageOnBar {
  readonly stage: CaseStage;
  readonly is: (typeof BAR_MARKS)[number];
}

/** The bar on the case page. A stage that was passed without its record is shown as skipped, not as done. */
export const barOf = (facts: CaseFacts): readonly StageOnBar[] => {
  const current = stageOf(facts);
  if (current === 'rejected') {
    return [
      { stage: 'referred', is: 'done' },
      { stage: 'rejected', is: 'current' },
    ];
  }
  const since = sinceReopening(facts);
  const recorded: Readonly<Partial<Record<CaseStage, boolean>>> = {
    intake: facts.intakeRecordedAt !== null,
    assessment: since(facts.assessedAt),
    planning: since(facts.planAgreedAt),
    'in-progress': since(facts.planAgreedAt),
  };
  const bar: readonly CaseStage[] = [
    'referred',
    'intake',
    ...(facts.reopenedAt ? (['reopened'] as const) : []),
    'assessment',
    'planning',
    'in-progress',
    'closing',
    'closed',
  ];
  return bar.map((stage, index) => {
    if (stage === current) {
      return { stage, is: 'current' };
    }
    if (index > bar.indexOf(current)) {
      return { stage, is: 'ahead' };
    }
    return { stage, is: (recorded[stage] ?? true) ? 'done' : 'skipped' };
  });
};

export const whyNotMove = (from: CaseStage, to: CaseStage): DomainError | null =>
  from === to || CASE_STAGE_MOVES[from].includes(to)
    ? null
    : ruleBroken('CASE_STAGE_NOT_ALLOWED', `A case that is in ${from} cannot go to ${to}.`);

export const whyNotWork = (stage: CaseStage): DomainError | null =>
  isOpen(stage) ? null : ruleBroken('CASE_NOT_OPEN', 'This case is closed; reopen it before adding to it.');

export const whyNotRecordIntake = (facts: CaseFacts): DomainError | null => {
  if (facts.ownerId === null) {
    return ruleBroken('CASE_HAS_NO_OWNER', 'Somebody must own the case before its intake is recorded.');
  }
  return whyNotWork(stageOf(facts));
};

/** Endings where nobody is there any more to be asked the ten questions. */
const ENDINGS_WITHOUT_A_TALK: readonly ClosureReason[] = ['lost-contact', 'deceased', 'declined-further-help'];

export interface ClosureCheck {
  readonly stage: CaseStage;
  readonly reason: ClosureReason;
  readonly openTasks: number;
  readonly assessedForClosure: boolean;
}

export const whyNotClose = (check: ClosureCheck): DomainError | null => {
  const refusal = whyNotMove(check.stage, 'closing');
  if (refusal || check.stage === 'closing') {
    return (
      refusal ?? ruleBroken('CLOSURE_ALREADY_REQUESTED', 'The closure of this case is already waiting for approval.')
    );
  }
  if (check.openTasks > 0) {
    return ruleBroken('CASE_HAS_OPEN_TASKS', 'Finish or cancel the open tasks of this case before closing it.');
  }
  if (!check.assessedForClosure && !ENDINGS_WITHOUT_A_TALK.includes(check.reason)) {
    return ruleBroken(
      'CLOSING_ASSESSMENT_MISSING',
      'Record the ten outcomes once more, at closure, before closing the case.',
    );
  }
  return null;
};
