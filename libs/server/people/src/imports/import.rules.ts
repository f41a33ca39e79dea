import type { Transitions } from '@sampan/kernel';

export const IMPORT_STATES = ['uploaded', 'checking', 'checked', 'committing', 'committed', 'undoing', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A dry run may be repeated with another mapping; what was committed may be committed again for rows decided later. */
export const IMPORT_TRANSITIONS: Transitions<ImportState> = {
  uploaded: ['checking'],
  checking: ['checked', 'checking'],
  checked: ['checking', 'committing'],
  committing: ['committed', 'committing'],
  committed: ['committing', 'undoing'],
  undoing: ['undoing', 'undone'],
  undone: [],
};

/** `to-create` and `to-update` are what the dry run expects; the other four are how a row ends. */
export const ROW_OUTCOMES = ['unchecked', 'to-create', 'to-update', 'duplicate', 'rejected', 'created', 'updated', 'undone', 'kept'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export const ROW_DECISIONS = ['same-person', 'not-the-same', 'to-steward', 'skip'] as const;
export type RowDecision = (typeof ROW_DECISIONS)[number];

export const ROW_PROBLEMS = [
  'NAME_MISSING', 'TOO_LONG', 'BIRTH_DATE_UNREADABLE', 'AGE_UNREADABLE', 'SEX_UNREADABLE', 'NATIONALITY_UNREADABLE', 'LANGUAGE_UNREADABLE', 'PHONE_UNREADABLE', 'ROW_FAILED', 'SKIPPED',
  'USED_SINCE', 'CHANGED_SINCE',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** What is wrong, and in which column of the file. A warning leaves the cell out; a rejection leaves the row out. */
export interface RowProblem {
  readonly code: RowProblemCode;
  readonly column: string | null;
}

/** How long an import can be undone. */
export const UNDO_HOURS = 24;
export const mayUndo = (committedAt: Date, now: Date): boolean => now.getTime() - committedAt.getTime() < UNDO_HOURS * 3_600_000;
