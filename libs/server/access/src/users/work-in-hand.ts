import type { Permission } from '@sampan/kernel';

/** Parts of the work that one successor takes over as a whole. */
export const WORK_PARTS = ['casework', 'placement', 'training'] as const;
export type WorkPart = (typeof WORK_PARTS)[number];

/**
 * What may be in somebody's hands, in which part, and what a successor must be allowed to do. Whoever adds a column that
 * says whose work something is, adds it here and to the room's hand-over; a test of the leaver's hand-over counts the columns.
 */
export const WORK_KINDS = {
  people: { part: 'casework', needs: 'case.update' },
  cases: { part: 'casework', needs: 'case.update' },
  steps: { part: 'casework', needs: 'case.update' },
  tasks: { part: 'casework', needs: 'case.update' },
  'placement-people': { part: 'placement', needs: 'placement.write' },
  concerns: { part: 'placement', needs: 'concern.handle' },
  'training-people': { part: 'training', needs: 'register.take' },
  sessions: { part: 'training', needs: 'register.take' },
} as const satisfies Record<string, { readonly part: WorkPart; readonly needs: Permission }>;

export type WorkKind = keyof typeof WORK_KINDS;

/** So much work of a kind at a centre. */
export interface HeldWork {
  readonly kind: WorkKind;
  readonly centreId: string;
  readonly count: number;
}

/** From whom to whom. */
export interface HandOver {
  readonly from: string;
  readonly to: string;
}
