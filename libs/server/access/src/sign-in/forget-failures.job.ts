import { Injectable } from '@nestjs/common';
import { Clock } from '@sampan/kernel';
import { RunsJob, type RunnableJob } from '@sampan/platform';
import { SignInAttemptsRepository } from './sign-in-attempts.repository';

/** Every night: failed sign-ins count for a day and are of no use afterwards. */
@Injectable()
@RunsJob({ kind: 'access.forget-failures', cron: '10 19 * * *' })
export class ForgetFailures implements RunnableJob {
  constructor(
    private readonly attempts: SignInAttemptsRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<Record<string, unknown>> {
    return { forgotten: await this.attempts.forgetOld(this.clock.now()) };
  }
}
