import { conflict, notAllowed, REACHES, type DomainError, type Reach } from '@sampan/kernel';

interface Supporter {
  readonly userId: string;
  readonly reach: Reach;
}

interface Supported {
  readonly id: string;
  readonly reach: Reach;
  readonly active: boolean;
}

/** Whoever hands out a link to an account can enter it: nobody may do that for an account that sees further than their own. */
export const whyNotSupport = (viewer: Supporter, user: Supported): DomainError | null => {
  if (viewer.userId === user.id) {
    return conflict('OWN_ACCOUNT', 'This is your own account. Use "My account", or ask another administrator.');
  }
  if (REACHES.indexOf(user.reach) > REACHES.indexOf(viewer.reach)) {
    return notAllowed('REACHES_FURTHER', 'This account sees further than yours. Ask an administrator of a wider area.');
  }
  return user.active ? null : conflict('USER_INACTIVE', 'This account is closed.');
};
