import { Injectable } from '@nestjs/common';
import { Clock, newId, notFound, Queue, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '../audit/audit';
import type { Job } from './job.entity';
import { JobsRepository } from './jobs.repository';

export const queueOf = (kind: string): string => `job/${kind}`;

export interface JobRequest {
  readonly kind: string;
  readonly input: Record<string, unknown>;
  /** Client-made id: the same request repeated is one job. */
  readonly id?: string;
}

/** Starts long work and tells how far it is. */
@Injectable()
export class Jobs {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly queue: Queue,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's unit of work the job exists only if that is kept. */
  start(viewer: Viewer, { kind, input, id = newId() }: JobRequest): Promise<string> {
    return this.unitOfWork.run(async () => {
      if (await this.jobs.findOwn(viewer, id)) {
        return id;
      }
      await this.jobs.add({
        id, kind, input, state: 'waiting', done: 0, total: null, checkpoint: null, result: null, failureCode: null,
        requestedBy: viewer.userId, centreIds: [...viewer.centreIds], createdAt: this.clock.now(), startedAt: null, finishedAt: null,
      });
      await this.queue.send(queueOf(kind), { jobId: id });
      await this.audit.record(viewer, { action: 'job.started', subjectType: 'job', subjectId: id, details: { kind } });
      return id;
    });
  }

  async get(viewer: Viewer, id: string): Promise<Job> {
    const job = await this.jobs.findOwn(viewer, id);
    if (!job) {
      throw notFound('JOB_NOT_FOUND', 'The job');
    }
    return job;
  }

  list(viewer: Viewer): Promise<Job[]> {
    return this.jobs.listOwn(viewer);
  }
}
