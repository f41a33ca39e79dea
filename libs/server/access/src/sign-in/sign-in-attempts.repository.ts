import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { SignInAttempt } from './sign-in-attempt.entity';

@Injectable()
export class SignInAttemptsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(emailHash: string): Promise<SignInAttempt | null> {
    return this.unitOfWork.manager.findOneBy(SignInAttempt, { emailHash });
  }

  /** One statement, so that a hundred tries at once are counted as a hundred. */
  async countFailure(emailHash: string, now: Date): Promise<void> {
    await this.unitOfWork.manager.query(
      `INSERT INTO sign_in_attempt (email_hash, failures, last_failed_at) VALUES ($1, 1, $2)
       ON CONFLICT (email_hash) DO UPDATE SET failures = sign_in_attempt.failures + 1, last_failed_at = $2`,
      [emailHash, now],
    );
  }

  async forget(emailHash: string): Promise<void> {
    await this.unitOfWork.manager.delete(SignInAttempt, { emailHash });
  }
}
