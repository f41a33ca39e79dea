import { Injectable } from '@nestjs/common';
import { Audit } from '@sampan/platform';
import { Clock, Config, DomainError, UnitOfWork } from '@sampan/kernel';
import { Entrance, type Arrival, type FirstStep } from '../sign-in/entrance';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { Viewers } from '../users/viewers';
import { ProviderClient } from './provider-client';
import { ProviderIdentitiesRepository } from './provider-identities.repository';
import { ownPath, vouchesForSecondStep, type ProviderClaims } from './provider-sign-in.rules';

/** Where the browser goes next, and what it is given. */
export interface Onward {
  readonly path: string;
  readonly step?: FirstStep;
}

/** Signing in at the operator's own identity provider. It says who somebody is; it never makes an account here. */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly client: ProviderClient,
    private readonly identities: ProviderIdentitiesRepository,
    private readonly users: UsersRepository,
    private readonly viewers: Viewers,
    private readonly entrance: Entrance,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  label(): string | null {
    return this.config.identityProvider?.label ?? null;
  }

  /** @throws PROVIDER_NOT_SET_UP */
  leave(back: string | undefined): Promise<{ url: string; visit?: string }> {
    return this.client.leave(ownPath(back, this.config.publicUrl)).catch((error: unknown) => ({ url: problemPath(error) }));
  }

  /** A refusal is shown on the sign-in page: this is a page of the browser, not a call of ours. */
  async comeBack(query: string, visit: string | undefined, arrival: Arrival): Promise<Onward> {
    try {
      const { claims, back } = await this.client.comeBack(query, visit);
      const user = await this.unitOfWork.run(() => this.userOf(claims));
      const step = await this.entrance.enter(user, arrival, vouchesForSecondStep(claims, this.client.provider.secondStep) ? 'provider' : 'none');
      return { step, path: 'me' in step ? back : `/sign-in?${new URLSearchParams({ step: 'code', back }).toString()}` };
    } catch (error) {
      return { path: problemPath(error) };
    }
  }

  /** By the link made before; at the first time by the address that the provider has verified. @throws PROVIDER_NO_ACCOUNT */
  private async userOf({ issuer, subject, verifiedEmail }: ProviderClaims): Promise<User> {
    const linked = await this.identities.findUser(issuer, subject);
    const user = linked ? linked.user : verifiedEmail ? await this.users.findByEmail(verifiedEmail) : null;
    if (!user?.active) {
      throw noAccount();
    }
    if (!linked) {
      await this.link(user, issuer, subject);
    }
    return user;
  }

  private async link(user: User, issuer: string, subject: string): Promise<void> {
    // An address that was given to somebody else at the provider must not open the former holder's account.
    if (await this.identities.isLinked(user.id, issuer)) {
      throw noAccount();
    }
    await this.identities.add({ issuer, subject, userId: user.id, linkedAt: this.clock.now() });
    await this.audit.record(await this.viewers.of(user), { action: 'provider-identity.linked', subjectType: 'user', subjectId: user.id });
  }
}

const noAccount = (): DomainError => new DomainError('signed-out', 'PROVIDER_NO_ACCOUNT', 'There is no account here for you. Ask your administrator.');

const problemPath = (error: unknown): string => {
  if (error instanceof DomainError && error.kind !== 'not-found') {
    return `/sign-in?problem=${error.code}`;
  }
  throw error;
};
