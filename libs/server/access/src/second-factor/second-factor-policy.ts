import { Injectable } from '@nestjs/common';
import { Config, DomainError, type Permission, type Viewer } from '@sampan/kernel';
import { ROLES_WITH_SECOND_FACTOR } from '../roles/roles.data';
import type { User } from '../users/user.entity';
import { owesSecondFactor, type SecondStep } from './second-factor.rules';

/** What is left to somebody who must set up the second factor before anything else. */
const UNTIL_SET_UP: ReadonlySet<Permission> = new Set(['account.use']);

/** Who must take a second step here: the role says it, where the installation asks for it. */
@Injectable()
export class SecondFactorPolicy {
  constructor(private readonly config: Config) {}

  requires(roles: readonly string[]): boolean {
    return this.config.secondFactorRequired && ROLES_WITH_SECOND_FACTOR.some((role) => roles.includes(role));
  }

  owes({ roles, secondFactorSince: since }: User, secondStep: SecondStep): boolean {
    return owesSecondFactor({ required: this.requires(roles), since, secondStep });
  }

  /** The viewer of a session: with all permissions, or, while the second factor is owed, with those to set it up. */
  confine(viewer: Viewer, user: User, secondStep: SecondStep): Viewer {
    return this.owes(user, secondStep) ? { ...viewer, permissions: UNTIL_SET_UP } : viewer;
  }
}

export const secondFactorOwed = (): DomainError =>
  new DomainError('not-allowed', 'SECOND_FACTOR_OWED', 'Your role takes a second step when signing in. Set it up first, under "My account".');
