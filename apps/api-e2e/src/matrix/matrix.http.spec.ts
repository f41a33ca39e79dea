import { ROLE_CODES, ROLES } from '@sampan/access';
import type { Permission, Reach } from '@sampan/kernel';
import type { DataSource } from 'typeorm';
import { apiDatabase } from '../support/accounts';
import { Client, type Answer, type Problem } from '../support/client';
import { addressOf, compose, newCaller, reachOf, upload, type Caller, type Kinds } from './callers';
import { operations, type Operation } from './operations';
import { WORLDS, type WorldName } from './world';

/** Which worlds a reach includes. */
const SEES: Record<Reach, readonly WorldName[]> = {
  caseload: ['own'],
  centre: ['own', 'other caseload'],
  organisation: ['own', 'other caseload', 'other centre'],
  country: ['own', 'other caseload', 'other centre'],
  all: WORLDS,
};

/** These end or lock the caller's own session: who may call them is tested, not what they do. */
const ENDS_THE_SESSION = new Set(['authSignOutEverywhere', 'authLock', 'authChangePassword', 'devicesEndOthers']);

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

const send = (client: Client, operation: Operation, kinds: Kinds): Promise<Answer<Problem>> => {
  const request = compose(operation, kinds);
  return client.call<Problem>(request.method, addressOf(request), request.isUpload ? upload(request.body ?? {}) : request.body);
};
