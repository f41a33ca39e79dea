import { createDataSource, newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { parts } from '@sampan/rooms';
import { createTestDatabase, type TestDatabase } from '@sampan/testing';
import type { DataSource } from 'typeorm';
import { newAccount } from '../support/accounts';
import type { Client } from '../support/client';
import { Gates, HALF_WAY } from './gates';
import { freePort, Product, until } from './product';
import { checkedImport, stateOf } from './register';

const ROWS = 400;

describe('two instances on one database', () => {
  let house: TestDatabase;
  let database: DataSource;
  let gates: Gates;
  let centreId: string;
  let email: string;
  let former: Product;
  let next: Product | undefined;

  beforeAll(async () => {
    house = await createTestDatabase();
    database = await createDataSource(house.config, parts).initialize();
    gates = await Gates.in(house.config.databaseUrl);
    centreId = (await newCentre(database.manager)).id;
    email = (await newAccount(database, 'registrar', { centreId })).email;
  });
  beforeEach(async () => {
    former = await new Product('former', house.config.databaseUrl, await freePort(), { SAMPAN_STOP_SECONDS: '4' }).start();
  });
  afterEach(async () => {
    await Promise.all([former.remove(), next?.remove()]);
  });
  afterAll(async () => {
    await gates?.end();
    await database?.destroy();
    await house?.drop();
  });

  const somebody = (fullName: string) => ({ id: newId(), centreId, fullName });
  const peopleNamed = async (name: string): Promise<number> =>
    ((await database.query('SELECT count(*)::int AS n FROM person WHERE full_name LIKE $1', [`${name}%`])) as [{ n: number }])[0].n;
  const job = async (): Promise<{ done: number; total: number; state: string }> =>
    ((await database.query(`SELECT done, total, state FROM job WHERE kind = 'people.commit-import'`)) as [{ done: number; total: number; state: string }])[0];

  it('hand over without a request that fails twice, and the long work goes on where it was', async () => {
    const before = await former.signIn(email);
    const importId = await checkedImport(before, centreId, ROWS);
    await gates.close(1, { on: 'sampan.job', event: 'UPDATE', when: `NEW.kind = 'people.commit-import' AND ${HALF_WAY}` });
    await before.post(`imports/${importId}/commit`);
    await gates.untilReached(1);
    next = await new Product('next', house.config.databaseUrl, await freePort()).start();
    const clients = [before, await next.signIn(email)] as const;

    // As a balancer does it: the one that served last, and the other when that one does not serve.
    let serving = 0;
    let retried = 0;
    const register = async (index: number): Promise<number> => {
      const body = somebody(`Arriving ${index}`);
      const call = (client: Client): Promise<number> => client.post('people', body).then(({ status }) => status, () => 0);
      const status = await call(clients[serving] as Client);
      if (status === 201) {
        return status;
      }
      retried += 1;
      serving = 1 - serving;
      return call(clients[serving] as Client);
    };
    const statuses: number[] = [];
    let left: Awaited<ReturnType<typeof job>> | undefined;
    for (let index = 0; index < 120; index += 1) {
      if (index === 30) {
        void former.end('SIGTERM').then(async () => (left = await job()));
        await gates.open(1);
      }
      statuses.push(await register(index));
      if (index > 30 && former.isRunning) {
        index = Math.min(index, 100);
      }
    }
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(former.exitCode).toBe(0);
    // It stopped at its next step, and left the rest to the other.
    expect(left?.state).toBe('running');
    expect(left?.done).toBeLessThan(ROWS);
    expect(retried).toBeLessThan(3);
    expect(await peopleNamed('Arriving')).toBe(statuses.length);

    await until('the import is committed', async () => (await stateOf(clients[1], `imports/${importId}`)) === 'committed');
    expect(await peopleNamed('Imported')).toBe(ROWS - 1);
    await until('its job is done', async () => (await job()).state === 'done');
    expect(await database.query(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'person.imported'`)).toEqual([{ n: ROWS - 1 }]);
    expect(await database.query(`SELECT count(*)::int AS n FROM notification WHERE kind = 'job.done'`)).toEqual([{ n: 2 }]);
  });

  it('finish the requests that are under way, and stop long work at its next step', async () => {
    const client = await former.signIn(email);
    await gates.close(2, { on: 'sampan.person', event: 'INSERT', when: `NEW.full_name = 'Patient'` });
    const answer = client.post('people', somebody('Patient'));
    await gates.untilReached(2);
    const ended = former.end('SIGTERM');
    await until('it turns new requests away', async () => (await former.ready())?.status !== 200);
    await gates.open(2);
    expect((await answer).status).toBe(201);
    await ended;
    expect([former.exitCode, await peopleNamed('Patient')]).toEqual([0, 1]);
  });

  it('do not wait for ever for one that hangs', async () => {
    const client = await former.signIn(email);
    await gates.close(3, { on: 'sampan.person', event: 'INSERT', when: `NEW.full_name = 'Endless'` });
    const answer = client.post('people', somebody('Endless')).then(({ status }) => status, () => 'cut off');
    await gates.untilReached(3);
    await former.end('SIGTERM');
    expect([former.exitCode, await answer]).toEqual([1, 'cut off']);
    await gates.open(3);
    expect(await peopleNamed('Endless')).toBe(0);
  });
});
