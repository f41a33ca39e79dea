import { Injectable } from '@nestjs/common';
import { Audit } from '@sampan/platform';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { SecondFactorPolicy } from '../second-factor/second-factor-policy';
import type { Origin } from '../sessions/origin';
import { Sessions, type OpenedSession } from '../sessions/sessions';
import type { SessionWithUser } from '../sessions/sessions.repository';
import { knownPasswords } from '../users/known-passwords';
import { whyNotPassword } from '../users/password.rules';
import { Passwords } from '../users/passwords';
import { UsersRepository } from '../users/users.repository';
import { Viewers } from '../users/viewers';
import { Entrance, type Arrival, type FirstStep } from './entrance';
import { Me } from './me';
import type { MeDto } from './me.dto';
import { PasswordCheck } from './password-check';
import { PendingSignIns } from './pending-sign-ins';
import type { ChangePasswordDto, Locale, SignInDto } from './sign-in.dto';

@Injectable()
export class SignIn {
  constructor(
    private readonly entrance: Entrance,
    private readonly check: PasswordCheck,
    private readonly users: UsersRepository,
    private readonly viewers: Viewers,
    private readonly sessions: Sessions,
    private readonly pending: PendingSignIns,
    private readonly passwords: Passwords,
    private readonly policy: SecondFactorPolicy,
    private readonly presenter: Me,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async signIn({ email, password }: SignInDto, arrival: Arrival): Promise<FirstStep> {
    return this.entrance.enter(await this.check.verify(email, password), arrival);
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

  me(viewer: Viewer, { user, secondStep }: SessionWithUser): Promise<MeDto> {
    return this.presenter.present(viewer, user, secondStep);
  }

  lock(session: SessionWithUser): Promise<void> {
    return this.sessions.lock(session);
  }

  async unlock(session: SessionWithUser, password: string): Promise<MeDto> {
    const user = await this.check.verify(session.user.email, password);
    await this.sessions.unlock(session);
    return this.presenter.present(this.policy.confine(await this.viewers.of(user), user, session.secondStep), user, session.secondStep);
  }

  async changePassword(viewer: Viewer, { secondStep }: SessionWithUser, origin: Origin, { currentPassword, newPassword }: ChangePasswordDto): Promise<OpenedSession> {
    const user = await this.check.again(viewer, currentPassword);
    const refusal = whyNotPassword(newPassword, user.email, await knownPasswords());
    if (refusal) {
      throw refusal;
    }
    const passwordHash = await this.passwords.hash(newPassword);
    return this.unitOfWork.run(async () => {
      await this.users.changePassword(user.id, passwordHash);
      await this.sessions.endAllOf(user.id);
      await this.pending.endAllOf(user.id);
      await this.audit.record(viewer, { action: 'password.changed', subjectType: 'user', subjectId: user.id });
      return this.sessions.open(user, origin, secondStep);
    });
  }

  changeLocale(viewer: Viewer, locale: Locale): Promise<void> {
    return this.users.changeLocale(viewer.userId, locale);
  }
}
