import { Injectable } from '@nestjs/common';
import { Audit, Notifications } from '@sampan/platform';
import { Clock, Config, newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { ProviderIdentitiesRepository } from '../provider/provider-identities.repository';
import { hashOfSecret, newSecret } from '../sessions/secret';
import { Sessions } from '../sessions/sessions';
import { PasswordCheck } from '../sign-in/password-check';
import { PendingSignIns } from '../sign-in/pending-sign-ins';
import { knownPasswords } from '../users/known-passwords';
import { whyNotPassword } from '../users/password.rules';
import { Passwords } from '../users/passwords';
import { UserSupport } from '../users/user-support';
import { UsersRepository } from '../users/users.repository';
import { Viewers } from '../users/viewers';
import type { ChoosePasswordDto, OneTimeLinkDto } from './one-time-link.dto';
import { addressOfLink, LINK_HOURS, linkNotValid } from './one-time-link.rules';
import { OneTimeLinksRepository, type OneTimeLinkWithUser } from './one-time-links.repository';

/** The first password, and the way back for who has forgotten it: handed over by an administrator who knows the colleague. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly links: OneTimeLinksRepository,
    private readonly support: UserSupport,
    private readonly users: UsersRepository,
    private readonly viewers: Viewers,
    private readonly passwords: Passwords,
    private readonly attempts: PasswordCheck,
    private readonly sessions: Sessions,
    private readonly pending: PendingSignIns,
    private readonly identities: ProviderIdentitiesRepository,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Former links of the account are void. The password stays until the link is used. */
  make(viewer: Viewer, userId: string): Promise<OneTimeLinkDto> {
    return this.unitOfWork.run(async () => {
      const user = await this.support.get(viewer, userId);
      const [now, token, id] = [this.clock.now(), newSecret(), newId()];
      const endsAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
      await this.links.removeUnusedOf(user.id);
      await this.links.add({ id, tokenHash: hashOfSecret(token), userId: user.id, madeBy: viewer.userId, createdAt: now, endsAt, usedAt: null });
      await this.notifications.notify([user.id], { kind: 'account.link-made', subjectType: 'account', subjectId: user.id });
      await this.audit.record(viewer, { action: 'one-time-link.made', subjectType: 'user', subjectId: user.id, details: { link: id } });
      return { url: addressOfLink(this.config.publicUrl, token), endsAt: endsAt.toISOString() };
    });
  }

  /** @throws LINK_NOT_VALID */
  async look(token: string): Promise<void> {
    await this.require(token);
  }

  /** Every session of the account ends, and its link to an identity provider, which may be a stranger's. A second factor stays: the link is no way around it. @throws LINK_NOT_VALID, PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY */
  async choosePassword({ token, password }: ChoosePasswordDto): Promise<void> {
    const { id, user } = await this.require(token);
    const refusal = whyNotPassword(password, user.email, await knownPasswords());
    if (refusal) {
      throw refusal;
    }
    const passwordHash = await this.passwords.hash(password);
    await this.unitOfWork.run(async () => {
      if (!(await this.links.use(id, this.clock.now()))) {
        throw linkNotValid();
      }
      await this.users.changePassword(user.id, passwordHash);
      await this.attempts.forget(user.email);
      await this.sessions.endAllOf(user.id);
      await this.pending.endAllOf(user.id);
      await this.identities.removeAllOf(user.id);
      await this.audit.record(await this.viewers.of(user), { action: 'password.chosen-by-link', subjectType: 'user', subjectId: user.id, details: { link: id } });
    });
  }

  private async require(token: string): Promise<OneTimeLinkWithUser> {
    const link = await this.links.findValid(hashOfSecret(token), this.clock.now());
    if (!link) {
      throw linkNotValid();
    }
    return link;
  }
}
