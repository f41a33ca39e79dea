import { Injectable } from '@nestjs/common';
import { notFound, type Viewer } from '@sampan/kernel';
import type { User } from './user.entity';
import { whyNotSupport } from './user-support.rules';
import { UsersRepository } from './users.repository';

/** Finds the colleague whose sign-in an administrator may mend. */
@Injectable()
export class UserSupport {
  constructor(private readonly users: UsersRepository) {}

  /** @throws USER_NOT_FOUND, OWN_ACCOUNT, REACHES_FURTHER, USER_INACTIVE */
  async get(viewer: Viewer, id: string): Promise<User> {
    const user = await this.users.findSupported(viewer, id);
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
