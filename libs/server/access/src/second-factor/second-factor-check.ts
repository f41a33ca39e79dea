import { Injectable } from '@nestjs/common';
import { Cipher, Clock, DomainError, UnitOfWork } from '@sampan/kernel';
import { verify } from 'otplib';
import { hashOfSecret } from '../sessions/secret';
import { SignInAttemptsRepository } from '../sign-in/sign-in-attempts.repository';
import { secondsToWait, tooManyTries } from '../sign-in/sign-in.rules';
import type { SecondFactor } from './second-factor.entity';
import { SecondFactorRepository } from './second-factor.repository';
import { CODE_SECONDS, isTimeCode, plainCode, TOLERANCE_SECONDS, type SecondStep } from './second-factor.rules';

export const hashOfRecoveryCode = (userId: string, plain: string): string => hashOfSecret(`${userId}\0${plain}`);

/** Judges a typed code: of the app, or one from paper. Failures pause the next try, as with passwords. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly attempts: SignInAttemptsRepository,
    private readonly cipher: Cipher,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * How the step was taken; null when the code is wrong, used, or of another time. Not inside a unit of work that may
   * fail: the count of failures would be lost with it.
   * @throws SIGN_IN_PAUSED
   */
  async take(userId: string, typed: string): Promise<Exclude<SecondStep, 'none' | 'provider'> | null> {
    const outcome = await this.unitOfWork.run(() => this.judge(userId, plainCode(typed)));
    if (outcome instanceof DomainError) {
      throw outcome;
    }
    return outcome;
  }

  private async judge(userId: string, plain: string): Promise<'code' | 'recovery-code' | null | DomainError> {
    const factor = await this.factors.lock(userId);
    const key = this.cipher.keyedHash('second-factor', userId);
    const seconds = secondsToWait(await this.attempts.find(key), this.clock.now());
    if (seconds > 0) {
      return tooManyTries(seconds);
    }
    const taken = factor && (await this.accept(factor, plain));
    await (taken ? this.attempts.forget(key) : this.attempts.countFailure(key, this.clock.now()));
    return taken;
  }

  private async accept(factor: SecondFactor, plain: string): Promise<'code' | 'recovery-code' | null> {
    if (!isTimeCode(plain)) {
      return (await this.factors.useCode(factor.userId, hashOfRecoveryCode(factor.userId, plain), this.clock.now())) ? 'recovery-code' : null;
    }
    const result = await verify({
      secret: this.cipher.decrypt(factor.secret),
      token: plain,
      period: CODE_SECONDS,
      epoch: Math.floor(this.clock.now().getTime() / 1000),
      epochTolerance: TOLERANCE_SECONDS,
    });
    if (!result.valid || !('timeStep' in result) || result.timeStep <= factor.lastStep) {
      return null;
    }
    await this.factors.accept(factor.userId, result.timeStep);
    return 'code';
  }
}
