import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Clock, DomainError, Queue, SYSTEM_USER_ID, systemViewer, UnitOfWork, type WorkOutcome } from '@sampan/kernel';
import { Notifications } from '../notifications/notifications';
import type { Job } from './job.entity';
import { JobsRepository } from './jobs.repository';
import { queueOf } from './jobs';
import { RUN_JOB, type JobDescription, type RunnableJob } from './runs-job';

interface KnownJob extends JobDescription {
  readonly runner: RunnableJob;
}

const TWO_HOURS = 7_200;

/** Another worker has finished the job that this one was thought to have died in. */
class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/** Takes jobs from the queue and runs them; a job whose worker died is taken up again from its checkpoint. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly queue: Queue,
    private readonly jobs: JobsRepository,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Every process calls it: a job may be asked for where no worker runs. */
  async prepare(): Promise<void> {
    for (const { kind, longestSeconds = TWO_HOURS } of this.known()) {
      await this.queue.ensure(queueOf(kind), { expireInSeconds: longestSeconds });
    }
  }

  async open(): Promise<void> {
    for (const known of this.known()) {
      await this.queue.work(queueOf(known.kind), { concurrency: 1 }, async (id, data, signal) => {
        const { jobId } = (data ?? {}) as { jobId?: string };
        return this.run(known, jobId ?? (await this.addScheduled(id, known.kind)), signal);
      });
      if (known.cron) {
        await this.queue.schedule(queueOf(known.kind), known.cron);
      }
    }
  }

  private async run({ runner, kind }: KnownJob, jobId: string, signal: AbortSignal): Promise<WorkOutcome> {
    const job = await this.unitOfWork.run(async () => {
      const found = await this.jobs.findForRun(jobId);
      if (!found || found.state === 'done') {
        return null;
      }
      await this.jobs.change(jobId, { state: 'running', startedAt: found.startedAt ?? this.clock.now(), failureCode: null });
      return found;
    });
    if (!job) {
      return 'done';
    }
    try {
      const result = await runner.run({
        id: job.id,
        input: job.input as Record<string, unknown>,
        viewer: systemViewer(kind, job.centreIds),
        requestedBy: job.requestedBy,
        checkpoint: job.checkpoint as Record<string, unknown> | null,
        signal,
        progress: (done, total, checkpoint) => this.note(jobId, { done, total, ...(checkpoint ? { checkpoint } : {}) }),
      });
      await this.finish(jobId, job.requestedBy, 'done', { result });
      return 'done';
    } catch (error) {
      if (error instanceof DomainError) {
        // A refusal by a rule stays a refusal: no use in trying again.
        await this.finish(jobId, job.requestedBy, 'failed', { failureCode: error.code });
        return 'refused';
      }
      this.logger.error({ kind, jobId, failure: (error as Error).name }, 'A job was interrupted; it will be resumed.');
      throw error;
    }
  }

  /** Inside the transaction of a step: what somebody else has finished meanwhile is not done again, and this step is undone. */
  private async note(jobId: string, change: Pick<Job, 'done' | 'total'> & { checkpoint?: Record<string, unknown> }): Promise<void> {
    if (!(await this.jobs.changeRunning(jobId, change))) {
      throw new TakenOver();
    }
  }

  private finish(jobId: string, requestedBy: string, state: 'done' | 'failed', outcome: { result?: Record<string, unknown>; failureCode?: string }): Promise<void> {
    return this.unitOfWork.run(async () => {
      const isMine = await this.jobs.changeRunning(jobId, { state, finishedAt: this.clock.now(), ...outcome });
      if (isMine && requestedBy !== SYSTEM_USER_ID) {
        await this.notifications.notify([requestedBy], { kind: `job.${state}`, subjectType: 'job', subjectId: jobId });
      }
    });
  }

  private async addScheduled(queueId: string, kind: string): Promise<string> {
    if (!(await this.jobs.exists(queueId))) {
      await this.jobs.add({
        id: queueId, kind, input: {}, state: 'waiting', done: 0, total: null, checkpoint: null, result: null, failureCode: null,
        requestedBy: SYSTEM_USER_ID, centreIds: [], createdAt: this.clock.now(), startedAt: null, finishedAt: null,
      });
    }
    return queueId;
  }

  private known(): KnownJob[] {
    return this.discovery.getProviders().flatMap(({ instance, metatype }) => {
      const description = metatype ? (Reflect.getMetadata(RUN_JOB, metatype) as JobDescription | undefined) : undefined;
      return description && instance ? [{ ...description, runner: instance as RunnableJob }] : [];
    });
  }
}
