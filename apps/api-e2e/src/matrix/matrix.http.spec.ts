import { ROLE_CODES, ROLES, type RoleCode } from '@sampan/access';
import { newId, type Permission, type Reach } from '@sampan/kernel';
import { newCentre, newOrganisation } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signIn } from '../support/accounts';
import { Client, type Answer, type Problem } from '../support/client';
import { FIXTURES } from './fixtures';
import { operations, type Operation } from './operations';
import { WORLDS, type Ids, type World, type WorldName } from './world';

/** Which worlds a reach includes. */
const SEES: Record<Reach, readonly WorldName[]> = {
  caseload: ['own'],
  centre: ['own', 'other caseload'],
  organisation: ['own', 'other caseload', 'other centre'],
  country: ['own', 'other caseload', 'other centre'],
  all: WORLDS,
};

const REACH_OF: Partial<Record<RoleCode, Reach>> = {
  'social-worker': 'caseload',
  'data-steward': 'country',
  analyst: 'country',
  'release-approver': 'country',
  liaison: 'country',
  'data-protection-officer': 'country',
  administrator: 'all',
};
const reachOf = (role: RoleCode): Reach => REACH_OF[role] ?? 'centre';

/** These end or lock the caller's own session: who may call them is tested, not what they do. */
const ENDS_THE_SESSION = new Set(['authSignOutEverywhere', 'authLock', 'authChangePassword']);

interface Kinds {
  readonly scoped: Ids;
  readonly centre: Ids;
  readonly country: Ids;
  readonly personal: Ids;
  readonly shared: Ids;
}

interface Caller {
  readonly role: RoleCode;
  readonly client: Client;
  readonly worlds: Readonly<Record<WorldName, Kinds>>;
}

const all = operations();
const guarded = all.filter(({ permission }) => permission);

describe('who may call what, for whom', () => {
  let database: DataSource;
  const callers: Caller[] = [];

  beforeAll(async () => {
    database = await apiDatabase();
    for (const role of ROLE_CODES) {
      callers.push(await newCaller(database, role));
    }
  }, 300_000);
  afterAll(() => database.destroy());

  it('has an operation for every route', () => {
    expect(all.length).toBeGreaterThan(10);
  });

  describe.each(guarded.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))('%s', (_, operation) => {
    it('asks everybody to sign in', async () => {
      const answer = await send(new Client(), operation, callers[0]!.worlds.own);
      expect([answer.status, answer.body.code]).toEqual([401, 'SIGNED_OUT']);
    });

    it('is refused to every role without the permission, and shows nobody another’s', async () => {
      const wrong: string[] = [];
      for (const caller of callers) {
        wrong.push(...(await wrongAnswers(caller, operation)));
      }
      expect(wrong).toEqual([]);
    });
  });
});

const wrongAnswers = async ({ role, client, worlds }: Caller, operation: Operation): Promise<string[]> => {
  const say = (world: string, expected: string, { status, body }: Answer<Problem>) => `${role}, ${world}: expected ${expected}, was ${status} ${body?.code ?? ''}`;
  if (!(ROLES[role] as readonly Permission[]).includes(operation.permission!)) {
    const answer = await send(client, operation, worlds.own);
    return answer.status === 403 && answer.body.code === 'NOT_PERMITTED' ? [] : [say('own', '403 NOT_PERMITTED', answer)];
  }
  if (ENDS_THE_SESSION.has(operation.id)) {
    return [];
  }
  const wrong: string[] = [];
  // The others' worlds first: what is done in one's own may change it.
  for (const name of [...WORLDS].reverse()) {
    const answer = await send(client, operation, worlds[name]);
    const seen = SEEN[visibilityOf(operation, worlds[name])](reachOf(role), name);
    if (!seen && answer.status !== 404) {
      wrong.push(say(name, '404', answer));
    }
    if (seen && ([401, 404].includes(answer.status) || answer.body?.code === 'NOT_PERMITTED' || answer.body?.code === 'VALIDATION_FAILED' || answer.status >= 500)) {
      wrong.push(say(name, 'to be let in', answer));
    }
  }
  return wrong;
};

/** Whether somebody of this reach sees such rows of that world. */
const SEEN: Record<keyof Kinds, (reach: Reach, world: WorldName) => boolean> = {
  personal: (_, world) => world === 'own',
  scoped: (reach, world) => SEES[reach].includes(world),
  centre: (reach, world) => SEES[reach === 'caseload' ? 'centre' : reach].includes(world),
  country: (reach, world) => reach === 'all' || world !== 'other country',
  shared: () => true,
};

/** What the operation's ids are, by the most private of them. */
const visibilityOf = (operation: Operation, kinds: Kinds): keyof Kinds => {
  const names = [...operation.parameters, ...Object.keys(operation.body ?? {}), ...Object.keys(operation.query)];
  const order = ['personal', 'scoped', 'centre', 'country'] as const;
  return order.find((kind) => names.some((name) => Object.hasOwn(kinds[kind], name))) ?? 'shared';
};

const send = (client: Client, operation: Operation, { scoped, centre, country, personal, shared }: Kinds): Promise<Answer<Problem>> => {
  const ids: Ids = { ...shared, ...country, ...centre, ...scoped, ...personal };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(ids, name)) {
      throw new Error(`No fixture has "${name}", which ${operation.method} ${operation.path} takes. Add it to apps/api-e2e/src/matrix.`);
    }
    return ids[name]!;
  });
  const fill = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, name === 'id' ? newId() : typeof value === 'string' && Object.hasOwn(ids, name) ? ids[name] : value]));
  const query = new URLSearchParams(Object.entries(fill(operation.query)).map(([name, value]) => [name, String(value)])).toString();
  const body = operation.isUpload ? upload(fill(operation.body ?? {})) : operation.body ? fill(operation.body) : undefined;
  return client.call<Problem>(operation.method, query ? `${path}?${query}` : path, body);
};

const upload = (fields: Record<string, unknown>): FormData => {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.set(name, String(value)));
  form.set('file', new Blob(['name\nSok Dara\n'], { type: 'text/csv' }), 'register.csv');
  return form;
};

const newCaller = async (database: DataSource, role: RoleCode): Promise<Caller> => {
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
