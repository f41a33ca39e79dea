import { SetMetadata } from '@nestjs/common';
import type { Viewer } from '@sampan/kernel';

export const RUN_JOB = 'sampan:runs-job';

export interface JobDescription {
  readonly kind: string;
  /** When the job runs by itself, in UTC: minute hour day month weekday. */
  readonly cron?: string;
  /** The longest it may take, in seconds, before somebody else takes it over. Default: two hours. */
  readonly longestSeconds?: number;
}

/** What a job sees while it runs. */
export interface RunningJob<I = Record<string, unknown>, C = Record<string, unknown>> {
  readonly id: string;
  readonly input: I;
  /** Acts as the system, for the centres of whoever asked. */
  readonly viewer: Viewer;
  readonly requestedBy: string;
  /** Where a former attempt got to, or null. */
  readonly checkpoint: C | null;
  /** Call inside the unit of work of the step that it stands for; then a crash loses nothing and does nothing twice. */
  progress(done: number, total: number, checkpoint?: C): Promise<void>;
  /** Aborted when the process stops: return soon, the next process resumes. */
  readonly signal: AbortSignal;
}

export interface RunnableJob<I = Record<string, unknown>, C = Record<string, unknown>> {
  /** Returns what the requester wants to know in the end (counts, ids); no personal data. */
  run(job: RunningJob<I, C>): Promise<Record<string, unknown>>;
}

/** Names the kind of job that the provider under it runs. Must be safe to run again from its checkpoint. */
export const RunsJob = (description: JobDescription): ClassDecorator => SetMetadata(RUN_JOB, description);
