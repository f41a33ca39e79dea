import { Injectable } from '@nestjs/common';
import { notFound, type Viewer } from '@sampan/kernel';
import { AccountsRepository } from './accounts.repository';
import type { User } from './user.entity';
import { whyNotSupport } from './user-support.rules';

/** Finds the colleague whose sign-in an administrator may mend. */
@Injectable()
export class UserSupport {
  constructor(private readonly accounts: AccountsRepository) {}

  /** @throws USER_NOT_FOUND, OWN_ACCOUNT, REACHES_FURTHER, USER_INACTIVE */
  async get(viewer: Viewer, id: string): Promise<User> {
    const user = await this.accounts.find(viewer, id);
    if (!user) {
      throw notFound('USER_NOT_FOUND', 'The colleague');
    }
    const refusal = whyNotSupport(viewer, user);
    if (refusal) {
      throw refusal;
    }
    return user;
  }
}
