import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { argon2id, hash, verify } from 'argon2';

/** No password fits it: the account waits for its one-time link. */
export const NO_PASSWORD = '!';

/** argon2id with the library's defaults (64 MiB, 3 passes), which OWASP accepts. */
@Injectable()
export class Passwords {
  private nobodys: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, { type: argon2id });
  }

  /** Null means an unknown user. That takes as long and is false, and so does an account without a password: who waits for theirs is nobody's to learn. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    this.nobodys ??= hash(randomBytes(16), { type: argon2id });
    const own = passwordHash === NO_PASSWORD ? null : passwordHash;
    const matched = await verify(own ?? (await this.nobodys), password);
    return own !== null && matched;
  }
}
