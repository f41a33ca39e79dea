import type { RunningJob } from '@sampan/platform';
import type { Viewer } from '@sampan/kernel';

export const CHECK_IMPORT = 'people.check-import';
export const COMMIT_IMPORT = 'people.commit-import';
export const UNDO_IMPORT = 'people.undo-import';

/** What the three jobs of an import are asked for, and where a crashed one goes on. */
export type ImportJobInput = { readonly importId: string };
export type ImportCheckpoint = { readonly row: number; readonly done: number };
export type ImportJob = RunningJob<ImportJobInput, ImportCheckpoint>;

/** The job acts for whoever asked: they are the one who registered these people. */
export const actingFor = ({ viewer, requestedBy }: ImportJob): Viewer => ({ ...viewer, userId: requestedBy });

/** Thrown when the process stops: what is done is done, and the next process goes on from there. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
