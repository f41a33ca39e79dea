import { type DomainError, notAllowed, ruleBroken, type Transitions } from '@sampan/kernel';

export const APPROVAL_STATES = ['requested', 'approved', 'returned'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export const APPROVAL_MOVES: Transitions<ApprovalState> = {
  requested: ['approved', 'returned'],
  approved: [],
  returned: [],
};

export interface DecisionCheck {
  readonly state: ApprovalState;
  readonly decision: 'approved' | 'returned';
  readonly comment: string | null;
  readonly requestedBy: string;
  readonly decidedBy: string;
}

export const whyNotDecide = (check: DecisionCheck): DomainError | null => {
  if (!APPROVAL_MOVES[check.state].includes(check.decision)) {
    return ruleBroken('APPROVAL_ALREADY_DECIDED', 'This request has already been decided.');
  }
  if (check.requestedBy === check.decidedBy) {
    return notAllowed('APPROVAL_NEEDS_SECOND_PERSON', 'Somebody else must approve what you requested.');
  }
  if (check.decision === 'returned' && !check.comment?.trim()) {
    return ruleBroken('APPROVAL_COMMENT_MISSING', 'Say what is missing, so that the worker can go on.');
  }
  return null;
};
