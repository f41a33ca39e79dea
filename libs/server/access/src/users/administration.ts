import { Injectable } from '@nestjs/common';
import { Audit } from '@sampan/platform';
import { Clock, conflict, newId, systemViewer, UnitOfWork, type Viewer } from '@sampan/kernel';
import type { Locale } from '../sign-in/sign-in.dto';
import { AccountsRepository } from './accounts.repository';
import { knownPasswords } from './known-passwords';
import { whyNotPassword } from './password.rules';
import { Passwords } from './passwords';
import { UsersRepository } from './users.repository';

/** What the operator does from the command line, before anybody can sign in. */
@Injectable()
export class Administration {
  constructor(
    private readonly users: UsersRepository,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Nobody has ever had an account here: the node waits to be set up. */
  nobodyYet(): Promise<boolean> {
    return this.accounts.isEmpty();
  }

  /** @throws PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY, EMAIL_TAKEN */
  async createAdministrator(email: string, displayName: string, password: string, locale: Locale = 'en', by: Viewer = systemViewer('command line', [])): Promise<string> {
    const refusal = whyNotPassword(password, email, await knownPasswords());
    if (refusal) {
      throw refusal;
    }
    const passwordHash = await this.passwords.hash(password);
    return this.unitOfWork.run(async () => {
      if (await this.users.findByEmail(email)) {
        throw conflict('EMAIL_TAKEN', 'There is already an account with this e-mail address.');
      }
      const id = newId();
      await this.users.add({
        id, email: email.toLowerCase(), displayName, passwordHash, roles: ['administrator'], reach: 'all',
        country: null, organisationId: null, centreId: null, locale, active: true, secondFactorSince: null, createdAt: this.clock.now(),
      });
      await this.audit.record(by, { action: 'user.created', subjectType: 'user', subjectId: id, details: { role: 'administrator' } });
      return id;
    });
  }
}
