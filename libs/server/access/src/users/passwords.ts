import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { argon2id, hash, verify } from 'argon2';

/** argon2id with the library's defaults (64 MiB, 3 passes), which OWASP accepts. */
@Injectable()
export class Passwords {
  private nobodys: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, { type: argon2id });
  }

  /** `passwordHash` null means an unknown user: takes as long, and is false. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    this.nobodys ??= hash(randomBytes(16), { type: argon2id });
    const matched = await verify(passwordHash ?? (await this.nobodys), password).catch(() => false);
    return passwordHash !== null && matched;
  }
}
