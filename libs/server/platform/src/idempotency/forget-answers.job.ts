import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@sampan/kernel';
import { LessThan } from 'typeorm';
import { RunsJob, type RunnableJob } from '../jobs/runs-job';
import { IdempotentRequest } from './idempotent-request.entity';

/** Nobody repeats a request for longer: a tablet that was out of reach sends what it has within the day. */
const REMEMBERED_MS = 86_400_000;

/** Every night. An answer tells of people; it is kept for the sake of a bad network, and not as a record. */
@Injectable()
@RunsJob({ kind: 'platform.forget-answers', cron: '5 19 * * *' })
export class ForgetAnswers implements RunnableJob {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<Record<string, unknown>> {
    const before = new Date(this.clock.now().getTime() - REMEMBERED_MS);
    const { affected } = await this.unitOfWork.manager.delete(IdempotentRequest, { at: LessThan(before) });
    return { forgotten: affected ?? 0 };
  }
}
