import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { Job } from './job.entity';

@Injectable()
export class JobsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(job: Job): Promise<void> {
    await this.unitOfWork.manager.insert(Job, job);
  }

  /** One's own jobs only: what a job is about may be nobody else's business. */
  findOwn(viewer: Viewer, id: string): Promise<Job | null> {
    return this.unitOfWork.manager.findOneBy(Job, { id, requestedBy: viewer.userId });
  }

  listOwn(viewer: Viewer): Promise<Job[]> {
    return this.unitOfWork.manager.find(Job, { where: { requestedBy: viewer.userId }, order: { createdAt: 'DESC' }, take: 50 });
  }

  /** For the runner: locked, so that two workers never run one job at once. */
  findForRun(id: string): Promise<Job | null> {
    return this.unitOfWork.manager.findOne(Job, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  exists(id: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(Job, { id });
  }

  /** False when the job is not running any more: a worker that was thought dead comes too late. */
  async changeRunning(id: string, change: Partial<Job>): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(Job, { id, state: 'running' }, change);
    return affected === 1;
  }

  async change(id: string, change: Partial<Job>): Promise<void> {
    await this.unitOfWork.manager.update(Job, { id }, change);
  }
}
