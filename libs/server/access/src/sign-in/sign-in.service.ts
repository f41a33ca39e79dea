import { Injectable } from '@nestjs/common';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { Cipher, Clock, Config, DomainError, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Sessions, type OpenedSession } from '../sessions/sessions';
import type { SessionWithUser } from '../sessions/sessions.repository';
import { whyNotPassword } from '../users/password.rules';
import { Passwords } from '../users/passwords';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { Viewers } from '../users/viewers';
import type { MeDto } from './me.dto';
import { SignInAttemptsRepository } from './sign-in-attempts.repository';
import type { ChangePasswordDto, Locale, SignInDto } from './sign-in.dto';
import { secondsToWait } from './sign-in.rules';

const wrongPassword = (): DomainError => new DomainError('signed-out', 'SIGN_IN_FAILED', 'The e-mail address or the password is not right.');

@Injectable()
export class SignIn {
  constructor(
    private readonly users: UsersRepository,
    private readonly viewers: Viewers,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttemptsRepository,
    private readonly passwords: Passwords,
    private readonly centres: Centres,
    private readonly audit: Audit,
    private readonly cipher: Cipher,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A session that the browser already had is ended: that is the fast switch on a shared tablet. */
  async signIn({ email, password }: SignInDto, formerToken: string | undefined): Promise<OpenedSession & { me: MeDto }> {
    const user = await this.verify(email, password);
    return this.unitOfWork.run(async () => {
      await this.sessions.end(formerToken);
      const opened = await this.sessions.open(user);
      const viewer = await this.viewers.of(user);
      await this.audit.record(viewer, { action: 'session.opened', subjectType: 'user', subjectId: user.id });
      return { ...opened, me: await this.present(user, viewer) };
    });
  }

  async signOut(token: string | undefined): Promise<void> {
    await this.sessions.end(token);
  }

  signOutEverywhere(viewer: Viewer): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.sessions.endAllOf(viewer.userId);
      await this.audit.record(viewer, { action: 'session.ended-everywhere', subjectType: 'user', subjectId: viewer.userId });
    });
  }

  async me(viewer: Viewer): Promise<MeDto> {
    return this.present(await this.userOf(viewer), viewer);
  }

  lock(session: SessionWithUser): Promise<void> {
    return this.sessions.lock(session);
  }

  async unlock(session: SessionWithUser, password: string): Promise<MeDto> {
    const user = await this.verify(session.user.email, password);
    await this.sessions.unlock(session);
    return this.present(user, await this.viewers.of(user));
  }

  async changePassword(viewer: Viewer, { currentPassword, newPassword }: ChangePasswordDto): Promise<OpenedSession> {
    const user = await this.userOf(viewer);
    await this.verify(user.email, currentPassword);
    const refusal = whyNotPassword(newPassword, user.email);
    if (refusal) {
      throw refusal;
    }
    const passwordHash = await this.passwords.hash(newPassword);
    return this.unitOfWork.run(async () => {
      await this.users.changePassword(user.id, passwordHash);
      await this.sessions.endAllOf(user.id);
      await this.audit.record(viewer, { action: 'password.changed', subjectType: 'user', subjectId: user.id });
      return this.sessions.open(user);
    });
  }

  changeLocale(viewer: Viewer, locale: Locale): Promise<void> {
    return this.users.changeLocale(viewer.userId, locale);
  }

  /** Counts failures for addresses that exist and for those that do not, and takes as long for both. */
  private async verify(email: string, password: string): Promise<User> {
    const emailHash = this.cipher.keyedHash('sign-in', email.toLowerCase());
    const seconds = secondsToWait(await this.attempts.find(emailHash), this.clock.now());
    if (seconds > 0) {
      throw new DomainError('too-many', 'SIGN_IN_PAUSED', 'Too many failed attempts. Wait a little and try again.', { seconds });
    }
    const user = await this.users.findByEmail(email);
    if (!(await this.passwords.matches(user?.active ? user.passwordHash : null, password)) || !user) {
      await this.attempts.countFailure(emailHash, this.clock.now());
      throw wrongPassword();
    }
    await this.attempts.forget(emailHash);
    return user;
  }

  private async userOf(viewer: Viewer): Promise<User> {
    const user = await this.users.findById(viewer.userId);
    if (!user) {
      throw wrongPassword();
    }
    return user;
  }

  private async present(user: User, viewer: Viewer): Promise<MeDto> {
    const centres = await this.centres.list(viewer);
    return {
      user: { id: user.id, displayName: user.displayName, email: user.email },
      roles: viewer.roles,
      permissions: [...viewer.permissions],
      reach: viewer.reach,
      centres: centres.map(({ id, name, country, timeZone }) => ({ id, name, country, timeZone })),
      locale: user.locale,
      demo: this.config.demo,
    };
  }
}
