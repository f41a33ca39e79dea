import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, DomainError, newId } from '@sampan/kernel';
import type { SecondStep } from '../second-factor/second-factor.rules';
import type { User } from '../users/user.entity';
import type { Origin } from './origin';
import { hashOfSecret, newSecret } from './secret';
import type { Session } from './session.entity';
import { LONGEST_HOURS, needsTouch, standingOf } from './session.rules';
import { SessionsRepository, type SessionWithUser } from './sessions.repository';

export interface OpenedSession {
  /** For the http-only cookie. */
  readonly token: string;
  /** For the cookie that scripts may read and must send back as a header. */
  readonly csrfToken: string;
}

export const signedOut = (): DomainError => new DomainError('signed-out', 'SIGNED_OUT', 'You are not signed in.');

/** Who is signed in on which device. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  async open(user: User, origin: Origin, secondStep: SecondStep): Promise<OpenedSession> {
    const now = this.clock.now();
    const [token, csrfToken] = [newSecret(), newSecret()];
    await this.sessions.removeEnded(now);
    await this.sessions.add({
      id: newId(),
      tokenHash: hashOfSecret(token),
      csrfToken,
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      endsAt: new Date(now.getTime() + LONGEST_HOURS * 3_600_000),
      lockedAt: null,
      secondStep,
      ...origin,
    });
    return { token, csrfToken };
  }

  /** The session of the cookie, open. @throws SIGNED_OUT, SESSION_LOCKED */
  async require(token: string | undefined): Promise<SessionWithUser> {
    const session = await this.requireLockedOrOpen(token);
    if (session.lockedAt) {
      throw new DomainError('signed-out', 'SESSION_LOCKED', 'This session is locked. Your password opens it again.');
    }
    const now = this.clock.now();
    if (needsTouch(session, now)) {
      await this.sessions.change(session.id, { lastUsedAt: now });
    }
    return session;
  }

  async requireLockedOrOpen(token: string | undefined): Promise<SessionWithUser> {
    const session = token ? await this.sessions.findByTokenHash(hashOfSecret(token)) : null;
    if (!session || standingOf(session, this.clock.now()) === 'ended') {
      throw signedOut();
    }
    return session;
  }

  /** @throws CSRF_FAILED unless the header carries the session's own token. */
  assertCsrf(session: SessionWithUser, header: string | undefined): void {
    const [given, expected] = [Buffer.from(header ?? ''), Buffer.from(session.csrfToken)];
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new DomainError('not-allowed', 'CSRF_FAILED', 'This request did not come from the page that you have open. Load the page again.');
    }
  }

  lock(session: SessionWithUser): Promise<void> {
    return this.sessions.change(session.id, { lockedAt: this.clock.now() });
  }

  unlock(session: SessionWithUser): Promise<void> {
    return this.sessions.change(session.id, { lockedAt: null, lastUsedAt: this.clock.now() });
  }

  async end(token: string | undefined): Promise<void> {
    if (token) {
      await this.sessions.remove(hashOfSecret(token));
    }
  }

  listOf(userId: string): Promise<Session[]> {
    return this.sessions.listOf(userId);
  }

  /** Whether the user had such a session. */
  endOne(userId: string, id: string): Promise<boolean> {
    return this.sessions.removeOne(userId, id);
  }

  endOthersOf(userId: string, id: string): Promise<void> {
    return this.sessions.removeOthersOf(userId, id);
  }

  /** The second factor was set up in this session: it has taken its second step. */
  markSecondStep(id: string, secondStep: SecondStep): Promise<void> {
    return this.sessions.change(id, { secondStep });
  }

  endAllOf(userId: string): Promise<void> {
    return this.sessions.removeAllOf(userId);
  }
}
