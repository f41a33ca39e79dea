import { type DomainError, ruleBroken, type Transitions } from '@sampan/kernel';
import type { CaseStage } from '../cases/case.rules';

export const STEP_STATES = ['open', 'done', 'dropped'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const STEP_MOVES: Transitions<StepState> = {
  open: ['done', 'dropped'],
  done: [],
  dropped: [],
};

/** Who does the step: a worker of the team, or the person themself. */
export const STEP_OWNERS = ['worker', 'client'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

export const AGREED_WITH = ['client', 'client-and-guardian'] as const;
export type AgreedWith = (typeof AGREED_WITH)[number];

export interface DatedStep {
  readonly state: StepState;
  readonly dueOn: string;
}

/** Derived, never stored: a step is late on the day after it was due. */
export const isStepOverdue = (step: DatedStep, today: string): boolean => step.state === 'open' && step.dueOn < today;

export const whyNotMoveStep = (from: StepState, to: StepState, reason: string | null): DomainError | null => {
  if (!STEP_MOVES[from].includes(to)) {
    return ruleBroken('STEP_NOT_OPEN', 'This step is no longer open.');
  }
  return to === 'dropped' && !reason?.trim() ? ruleBroken('STEP_REASON_MISSING', 'Say why the step is dropped.') : null;
};

export interface AgreementCheck {
  readonly stage: CaseStage;
  readonly goals: number;
  readonly steps: number;
  readonly unanswered: readonly string[];
  readonly treatAsMinor: boolean;
  readonly agreedWith: AgreedWith;
}

const STAGES_FOR_A_PLAN: readonly CaseStage[] = ['planning', 'in-progress'];

export const whyNotAgree = (check: AgreementCheck): DomainError | null => {
  if (!STAGES_FOR_A_PLAN.includes(check.stage)) {
    return ruleBroken('PLAN_NEEDS_ASSESSMENT', 'A plan is agreed after the assessment, while the case is open.');
  }
  if (check.goals === 0 || check.steps === 0) {
    return ruleBroken('PLAN_IS_EMPTY', 'A plan has at least one goal with one step.');
  }
  if (check.unanswered.length > 0) {
    return ruleBroken(
      'PLAN_LEAVES_LOW_SCORES',
      `A score of 1 or 2 needs a goal, or a reason why there is none: ${check.unanswered.join(', ')}.`,
    );
  }
  // Assent of the child plus a guardian or competent authority; age in doubt counts as under 18.
  if (check.treatAsMinor && check.agreedWith !== 'client-and-guardian') {
    return ruleBroken('PLAN_NEEDS_GUARDIAN', 'Under 18, or with age in doubt, a guardian agrees too.');
  }
  return null;
};
