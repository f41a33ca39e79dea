import { byToken, ruleBroken, type DomainError, type Permission } from '@sampan/kernel';

/** A key on a machine is forgotten: it ends by itself. */
export const LONGEST_DAYS = 365;
export const MOST_TOKENS = 50;
/** The last use is written at most this often. */
const TOUCH_SECONDS = 60;

export const TOKEN_PREFIX = 'sampan_';

/** What of these a token may be given. */
export const mayBeScope = (permissions: Iterable<Permission>): Permission[] => [...permissions].filter(byToken).sort();

/** What a token may do now: its scope, as far as its owner may still do it. */
export const inScope = (scope: readonly Permission[], ofOwner: ReadonlySet<Permission>): ReadonlySet<Permission> =>
  new Set(mayBeScope(scope).filter((permission) => ofOwner.has(permission)));

export const whyNotScope = (scope: readonly Permission[], ofOwner: ReadonlySet<Permission>): DomainError | null => {
  const allowed = inScope(scope, ofOwner);
  const beyond = scope.filter((permission) => !allowed.has(permission));
  return beyond.length > 0 ? ruleBroken('SCOPE_TOO_WIDE', 'A token may not do more than you, and nothing with accounts.', { beyond }) : null;
};

export const needsMark = (lastUsedAt: Date | null, now: Date): boolean => lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= TOUCH_SECONDS * 1000;
