import type { RoleCode } from '@sampan/access';
import { newId, type Reach } from '@sampan/kernel';
import { newCentre, newOrganisation } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { newAccount, signIn } from '../support/accounts';
import type { Client } from '../support/client';
import { FIXTURES } from './fixtures';
import type { Operation } from './operations';
import type { Ids, World, WorldName } from './world';

const REACH_OF: Partial<Record<RoleCode, Reach>> = {
  'social-worker': 'caseload',
  'data-steward': 'country',
  analyst: 'country',
  'release-approver': 'country',
  liaison: 'country',
  'data-protection-officer': 'country',
  administrator: 'all',
};
/** How far this role sees. */
export const reachOf = (role: RoleCode): Reach => REACH_OF[role] ?? 'centre';

/** The ids of a world's rows, by who may see them. */
export interface Kinds {
  readonly scoped: Ids;
  readonly centre: Ids;
  readonly country: Ids;
  readonly personal: Ids;
  readonly shared: Ids;
}

/** Somebody of a role, signed in, and the worlds around them. */
export interface Caller {
  readonly email: string;
  readonly role: RoleCode;
  readonly client: Client;
  readonly worlds: Readonly<Record<WorldName, Kinds>>;
}

/** A request that the contract's examples and a world's rows make up, which is valid. */
export interface Composed {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly isUpload: boolean;
}

export const compose = (operation: Operation, { scoped, centre, country, personal, shared }: Kinds): Composed => {
  const ids: Ids = { ...shared, ...country, ...centre, ...scoped, ...personal };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(ids, name)) {
      throw new Error(`No fixture has "${name}", which ${operation.method} ${operation.path} takes. Add it to apps/api-e2e/src/matrix.`);
    }
    return ids[name]!;
  });
  const fill = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, name === 'id' ? newId() : typeof value === 'string' && Object.hasOwn(ids, name) ? ids[name] : value]));
  const body = operation.isUpload ? fill(operation.body ?? {}) : operation.body ? fill(operation.body) : undefined;
  return { method: operation.method, path, query: fill(operation.query), body, isUpload: operation.isUpload };
};

/** The address with its query, where there is one. */
export const addressOf = ({ path, query }: Pick<Composed, 'path' | 'query'>): string => {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return words ? `${path}?${words}` : path;
};

export const upload = (fields: Record<string, unknown>): FormData => {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.set(name, typeof value === 'string' ? value : (JSON.stringify(value) ?? '')));
  form.set('file', new Blob(['name\nSok Dara\n'], { type: 'text/csv' }), 'register.csv');
  return form;
};

export const newCaller = async (database: DataSource, role: RoleCode): Promise<Caller> => {
  const organisation = await newOrganisation(database.manager, { country: 'TH' });
  const own = await newCentre(database.manager, { organisationId: organisation.id, country: 'TH' });
  const sibling = await newCentre(database.manager, { organisationId: organisation.id, country: 'TH' });
  const abroad = await newCentre(database.manager, { country: 'KH' });
  const account = await newAccount(database, role, { reach: reachOf(role), centreId: own.id, organisationId: organisation.id, country: 'TH' });
  const place = async (name: WorldName, centre: typeof own, workerId?: string): Promise<Kinds> => {
    const worker = workerId ?? (await newAccount(database, 'social-worker', { reach: 'caseload', centreId: centre.id, organisationId: centre.organisationId, country: centre.country })).id;
    return furnish({ name, manager: database.manager, role, workerId: worker, organisationId: centre.organisationId, centreId: centre.id, country: centre.country });
  };
  return {
    email: account.email,
    role,
    client: await signIn(account.email),
    worlds: {
      own: await place('own', own, account.id),
      'other caseload': await place('other caseload', own),
      'other centre': await place('other centre', sibling),
      'other country': await place('other country', abroad),
    },
  };
};

const furnish = async (world: World): Promise<Kinds> => {
  const kinds = { scoped: {}, centre: {}, country: {}, personal: {}, shared: {} };
  for (const fixture of FIXTURES) {
    const rows = await fixture(world, { ...kinds.shared, ...kinds.country, ...kinds.centre, ...kinds.personal, ...kinds.scoped });
    for (const kind of ['scoped', 'centre', 'country', 'personal', 'shared'] as const) {
      Object.assign(kinds[kind], rows[kind]);
    }
  }
  return kinds;
};
