import { Injectable } from '@nestjs/common';
import { Clock, DomainError, newId, UnitOfWork } from '@sampan/kernel';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { hashOfSecret, newSecret } from '../sessions/secret';
import type { User } from '../users/user.entity';
import { PendingSignIn } from './pending-sign-in.entity';
import { PENDING_SECONDS } from './sign-in.rules';

/** Those who have taken the first step and owe the second. */
@Injectable()
export class PendingSignIns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The token for the cookie. */
  async begin(user: User): Promise<string> {
    const now = this.clock.now();
    const token = newSecret();
    await this.unitOfWork.manager.delete(PendingSignIn, { endsAt: LessThanOrEqual(now) });
    await this.unitOfWork.manager.insert(PendingSignIn, {
      id: newId(), tokenHash: hashOfSecret(token), userId: user.id, endsAt: new Date(now.getTime() + PENDING_SECONDS * 1000),
    });
    return token;
  }

  /** @throws SIGN_IN_EXPIRED */
  async require(token: string | undefined): Promise<User> {
    const pending = token
      ? await this.unitOfWork.manager.findOne(PendingSignIn, {
          where: { tokenHash: hashOfSecret(token), endsAt: MoreThan(this.clock.now()), user: { active: true } },
          relations: { user: true },
        })
      : null;
    if (!pending?.user) {
      throw new DomainError('signed-out', 'SIGN_IN_EXPIRED', 'Too much time has passed. Begin with your password again.');
    }
    return pending.user;
  }

  /** All of the user's: each is good for one sign-in, and none outlives a new password. */
  async endAllOf(userId: string): Promise<void> {
    await this.unitOfWork.manager.delete(PendingSignIn, { userId });
  }
}
