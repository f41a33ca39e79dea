import { Injectable } from '@nestjs/common';
import { Centres, Countries, Organisations } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { assertVersion, Clock, conflict, newId, notFound, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { ApiTokensRepository } from '../api-tokens/api-tokens.repository';
import { OneTimeLinksRepository } from '../one-time-links/one-time-links.repository';
import { SecondFactorPolicy } from '../second-factor/second-factor-policy';
import { Sessions } from '../sessions/sessions';
import type { Locale } from '../sign-in/sign-in.dto';
import type { AccountDto, ChangeAccountDto, NewAccountDto, PlaceDto, SearchAccountsDto } from './account.dto';
import { AccountsRepository } from './accounts.repository';
import { isLastAdministrator, lastAdministrator, opensEveryDoor, whyNotGive, whyNotPlace, whyNotRoles, type Place } from './place.rules';
import { NO_PASSWORD } from './passwords';
import type { User } from './user.entity';

/** The accounts of colleagues as an administrator keeps them. */
@Injectable()
export class Accounts {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokensRepository,
    private readonly links: OneTimeLinksRepository,
    private readonly secondFactor: SecondFactorPolicy,
    private readonly centres: Centres,
    private readonly organisations: Organisations,
    private readonly countries: Countries,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async search(viewer: Viewer, search: SearchAccountsDto): Promise<Page<AccountDto>> {
    const page = await this.accounts.search(viewer, search);
    return { ...page, items: await this.present(viewer, page.items) };
  }

  async get(viewer: Viewer, id: string): Promise<AccountDto> {
    return this.one(viewer, found(await this.accounts.find(viewer, id)));
  }

  /** Without a password: the administrator makes a one-time link and hands it over. */
  add(viewer: Viewer, { id = newId(), email, displayName, locale, ...place }: NewAccountDto): Promise<AccountDto> {
    return this.unitOfWork.run(async () => {
      const repeated = await this.accounts.find(viewer, id);
      if (repeated) {
        return this.one(viewer, repeated);
      }
      const address = email.toLowerCase();
      await this.mustBeFree(address, id);
      const columns = await this.placed(viewer, id, place);
      await this.accounts.add({
        ...columns, id, email: address, displayName: displayName.trim(), locale, passwordHash: NO_PASSWORD, active: true, secondFactorSince: null, createdAt: this.clock.now(),
      });
      await this.record(viewer, 'user.created', id, { roles: columns.roles, reach: columns.reach });
      return this.get(viewer, id);
    });
  }

  change(viewer: Viewer, id: string, { version, ...change }: ChangeAccountDto): Promise<AccountDto> {
    return this.unitOfWork.run(async () => {
      const user = found(await this.accounts.findForChange(viewer, id));
      const mine = { email: change.email.toLowerCase(), displayName: change.displayName.trim(), locale: change.locale };
      assertVersion(user, version, mine);
      await this.mustBeFree(mine.email, id);
      const fields = (Object.keys(mine) as (keyof typeof mine)[]).filter((field) => mine[field] !== user[field]);
      const saved = await this.accounts.save(Object.assign(user, mine));
      await this.record(viewer, 'user.changed', id, { fields });
      return this.one(viewer, saved);
    });
  }

  /** What somebody does and where. Whoever calls it hands over the work that they may no longer do, in the same transaction. */
  assign(viewer: Viewer, id: string, version: number, place: PlaceDto): Promise<void> {
    return this.unitOfWork.run(async () => {
      const user = await this.getToGovern(viewer, id, version);
      const columns = await this.placed(viewer, id, place);
      if (!opensEveryDoor(columns)) {
        await this.mustNotBeLast(id);
      }
      await this.accounts.save(Object.assign(user, columns));
      await this.record(viewer, 'user.assigned', id, { roles: columns.roles, reach: columns.reach });
    });
  }

  /** Signs in no more, from now on. Whoever calls it hands over their work in the same transaction. */
  deactivate(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const user = await this.getToGovern(viewer, id, version);
      if (!user.active) {
        throw conflict('USER_INACTIVE', 'This account is closed.');
      }
      await this.mustNotBeLast(id);
      await this.accounts.save(Object.assign(user, { active: false }));
      await this.sessions.endAllOf(id);
      // Whoever comes back begins anew: what a machine or a letter still holds must not come back with them.
      await this.tokens.revokeAllOf(id, this.clock.now());
      await this.links.removeUnusedOf(id);
      await this.record(viewer, 'user.deactivated', id, {});
    });
  }

  reactivate(viewer: Viewer, id: string, version: number): Promise<AccountDto> {
    return this.unitOfWork.run(async () => {
      const user = await this.getToGovern(viewer, id, version);
      if (user.active) {
        throw conflict('USER_ACTIVE', 'This account is open.');
      }
      const saved = await this.accounts.save(Object.assign(user, { active: true }));
      await this.record(viewer, 'user.reactivated', id, {});
      return this.one(viewer, saved);
    });
  }

  private async getToGovern(viewer: Viewer, id: string, version: number): Promise<User> {
    const user = found(await this.accounts.findForChange(viewer, id));
    refuse(whyNotGive(viewer, id, user.reach));
    assertVersion(user, version);
    return user;
  }

  /** Everything that follows from a place: a centre's organisation and country, an organisation's country. */
  private async placed(viewer: Viewer, userId: string, { roles, reach, centreId = null, organisationId = null, country = null }: PlaceDto): Promise<Place & { roles: User['roles'] }> {
    const unique = [...new Set(roles)];
    refuse(whyNotRoles(unique, reach));
    refuse(whyNotPlace({ roles: unique, reach, centreId, organisationId, country }));
    refuse(whyNotGive(viewer, userId, reach));
    const nowhere = { centreId: null, organisationId: null, country: null };
    const where: Record<Place['reach'], () => Promise<Pick<Place, 'centreId' | 'organisationId' | 'country'>>> = {
      caseload: () => this.atCentre(viewer, centreId!),
      centre: () => this.atCentre(viewer, centreId!),
      organisation: async () => ({ ...nowhere, organisationId, country: (await this.organisationWithin(viewer, organisationId!)).country }),
      country: async () => ({ ...nowhere, country: await this.countryWithin(viewer, country!) }),
      all: () => Promise.resolve(nowhere),
    };
    return { roles: unique, reach, ...(await where[reach]()) };
  }

  private async atCentre(viewer: Viewer, centreId: string): Promise<Pick<Place, 'centreId' | 'organisationId' | 'country'>> {
    const centre = await this.centres.get(viewer, centreId);
    await this.centres.mustBeOpenFor(centreId, 'account');
    return { centreId, organisationId: centre.organisationId, country: centre.country };
  }

  private async organisationWithin(viewer: Viewer, organisationId: string): Promise<{ country: string }> {
    const organisation = await this.organisations.get(viewer, organisationId);
    if (viewer.reach !== 'all' && !(await this.centres.wholeWithin(viewer.centreIds)).organisationIds.includes(organisationId)) {
      throw notFound('ORGANISATION_NOT_FOUND', 'The organisation');
    }
    return organisation;
  }

  private async countryWithin(viewer: Viewer, country: string): Promise<string> {
    const known = await this.countries.find(country);
    if (!known || (viewer.reach !== 'all' && !(await this.centres.wholeWithin(viewer.centreIds)).countries.includes(country))) {
      throw notFound('COUNTRY_NOT_FOUND', 'The country');
    }
    return country;
  }

  private async mustNotBeLast(id: string): Promise<void> {
    if (isLastAdministrator(await this.accounts.lockAdministrators(), id)) {
      throw lastAdministrator();
    }
  }

  private async mustBeFree(email: string, exceptId: string): Promise<void> {
    if (await this.accounts.isEmailTaken(email, exceptId)) {
      throw conflict('EMAIL_TAKEN', 'There is already an account with this e-mail address.');
    }
  }

  private async one(viewer: Viewer, user: User): Promise<AccountDto> {
    const [account] = await this.present(viewer, [user]);
    return account!;
  }

  private async present(viewer: Viewer, users: readonly User[]): Promise<AccountDto[]> {
    const signedIn = await this.audit.lastBy(users.map(({ id }) => id), 'session.opened');
    return users.map((user) => ({
      id: user.id, email: user.email, displayName: user.displayName, roles: user.roles, reach: user.reach, centreId: user.centreId, organisationId: user.organisationId,
      country: user.country, locale: user.locale as Locale, active: user.active, hasPassword: user.passwordHash !== NO_PASSWORD,
      secondFactorSince: user.secondFactorSince?.toISOString() ?? null, secondFactorRequired: this.secondFactor.requires(user.roles),
      lastSignInAt: signedIn.get(user.id)?.toISOString() ?? null, createdAt: user.createdAt.toISOString(), mine: user.id === viewer.userId, version: user.version,
    }));
  }

  private record(viewer: Viewer, action: string, subjectId: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'user', subjectId, details });
  }
}

const refuse = (refusal: Error | null): void => {
  if (refusal) {
    throw refusal;
  }
};

const found = (user: User | null): User => {
  if (!user) {
    throw notFound('USER_NOT_FOUND', 'The colleague');
  }
  return user;
};
