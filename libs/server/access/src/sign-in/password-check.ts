import { Injectable } from '@nestjs/common';
import { Cipher, Clock, DomainError, ruleBroken, type Viewer } from '@sampan/kernel';
import { Passwords } from '../users/passwords';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { SignInAttemptsRepository } from './sign-in-attempts.repository';
import { tooManyTries } from './sign-in.rules';

const signInFailed = (): DomainError => new DomainError('signed-out', 'SIGN_IN_FAILED', 'The e-mail address or the password is not right.');

/** Judges a typed password. Counts failures for addresses that exist and for those that do not, and takes as long for both. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly users: UsersRepository,
    private readonly attempts: SignInAttemptsRepository,
    private readonly passwords: Passwords,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** @throws SIGN_IN_FAILED, SIGN_IN_PAUSED */
  async verify(email: string, password: string): Promise<User> {
    const user = await this.judge(email, password);
    if (!user) {
      throw signInFailed();
    }
    return user;
  }

  /** Before something grave, of somebody who is signed in. @throws PASSWORD_WRONG, SIGN_IN_PAUSED */
  async again(viewer: Viewer, password: string): Promise<User> {
    const user = await this.judge((await this.users.get(viewer.userId)).email, password);
    if (!user) {
      throw ruleBroken('PASSWORD_WRONG', 'The password is not right.');
    }
    return user;
  }

  /** Failures before a new password do not count against it. */
  async forget(email: string): Promise<void> {
    await this.attempts.forget(this.keyOf(email));
  }

  private async judge(email: string, password: string): Promise<User | null> {
    const emailHash = this.keyOf(email);
    const seconds = await this.attempts.begin(emailHash, this.clock.now());
    if (seconds > 0) {
      throw tooManyTries(seconds);
    }
    const user = await this.users.findByEmail(email);
    if (!(await this.passwords.matches(user?.active ? user.passwordHash : null, password)) || !user) {
      return null;
    }
    await this.attempts.forget(emailHash);
    return user;
  }

  private keyOf(email: string): string {
    return this.cipher.keyedHash('sign-in', email.toLowerCase());
  }
}
