import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { LessThan } from 'typeorm';
import { SignInAttempt } from './sign-in-attempt.entity';
import { forgottenBefore, secondsToWait } from './sign-in.rules';

@Injectable()
export class SignInAttemptsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(emailHash: string): Promise<SignInAttempt | null> {
    return this.unitOfWork.manager.findOneBy(SignInAttempt, { emailHash });
  }

  /**
   * Counts a try as a failure before it is judged, so that of a hundred at once only the first few are judged at all; whoever
   * is right is forgiven by {@link forget}. Seconds to wait; 0 when this try may be judged.
   */
  begin(emailHash: string, now: Date): Promise<number> {
    return this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.query('INSERT INTO sign_in_attempt (email_hash, failures, last_failed_at) VALUES ($1, 0, $2) ON CONFLICT (email_hash) DO NOTHING', [emailHash, now]);
      const seconds = secondsToWait(await this.unitOfWork.manager.findOne(SignInAttempt, { where: { emailHash }, lock: { mode: 'pessimistic_write' } }), now);
      if (seconds === 0) {
        await this.countFailure(emailHash, now);
      }
      return seconds;
    });
  }

  /** One statement, so that a hundred tries at once are counted as a hundred. */
  async countFailure(emailHash: string, now: Date): Promise<void> {
    await this.unitOfWork.manager.query(
      `INSERT INTO sign_in_attempt (email_hash, failures, last_failed_at) VALUES ($1, 1, $2)
       ON CONFLICT (email_hash) DO UPDATE SET failures = CASE WHEN sign_in_attempt.last_failed_at < $3 THEN 1 ELSE sign_in_attempt.failures + 1 END, last_failed_at = $2`,
      [emailHash, now, forgottenBefore(now)],
    );
  }

  async forget(emailHash: string): Promise<void> {
    await this.unitOfWork.manager.delete(SignInAttempt, { emailHash });
  }

  /** Of anybody: addresses that somebody makes up would pile up here. */
  async forgetOld(now: Date): Promise<number> {
    const { affected } = await this.unitOfWork.manager.delete(SignInAttempt, { lastFailedAt: LessThan(forgottenBefore(now)) });
    return affected ?? 0;
  }
}
