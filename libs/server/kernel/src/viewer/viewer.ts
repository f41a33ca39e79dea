import type { Permission } from './permissions';

/** How far somebody sees. Organisation and country are resolved to lists of centres when somebody signs in. */
export const REACHES = ['caseload', 'centre', 'organisation', 'country', 'all'] as const;
export type Reach = (typeof REACHES)[number];

/**
 * Who is asking, and what they may see. Passed first, always by hand.
 * `centreIds` is always the concrete list, so that one rule serves all: a row's centre is in it;
 * with reach `caseload` the row's person must be in the viewer's caseload as well.
 */
export interface Viewer {
  readonly userId: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: Reach;
  readonly centreIds: readonly string[];
  readonly organisationId: string | null;
  /** People outside the reach whom this viewer sees for a while, by a break-glass; hardly ever anybody. Never in a list of centres. */
  readonly alsoReaches?: readonly string[];
  readonly requestId?: string;
  /** The machine's key, where one acts in the user's name. */
  readonly apiTokenId?: string;
}

export const can = (viewer: Viewer, permission: Permission): boolean => viewer.permissions.has(permission);

const EVERYTHING: ReadonlySet<Permission> = new Proxy(new Set<Permission>(), {
  get: (target, key) => (key === 'has' ? () => true : Reflect.get(target, key)),
});

/** The id under which the product itself acts; no row of the users' table has it. */
export const SYSTEM_USER_ID = '00000000-0000-7000-8000-000000000000';

/** Jobs and event handlers act as a named system, never as nobody. */
export const systemViewer = (name: string, centreIds: readonly string[]): Viewer => ({
  userId: SYSTEM_USER_ID,
  displayName: name,
  roles: ['system'],
  permissions: EVERYTHING,
  reach: 'all',
  centreIds,
  organisationId: null,
});
