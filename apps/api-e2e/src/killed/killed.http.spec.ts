import { createDataSource } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newPerson } from '@sampan/people/testing';
import { createTestDatabase, type TestDatabase } from '@sampan/testing';
import { newCohort, newEnrolment, newSession } from '@sampan/training/testing';
import { parts } from '@sampan/rooms';
import type { DataSource } from 'typeorm';
import { newAccount } from '../support/accounts';
import type { Client } from '../support/client';
import { inDays } from '../placement/days';
import { Gates, HALF_WAY } from './gates';
import { freePort, Product, until } from './product';
import { checkedImport, stateOf } from './register';

const [IMPORT, BUILD, SIGNAL, TASK] = [1, 2, 3, 4] as const;
const TASK_QUEUE = 'placement.labour-concern-reported/WhenLabourConcernReported';
const ROWS = 600;
const QUARTER = '2025-Q4';

interface Task {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly state: string;
}

/**
 * One product on one database is killed while it is, at the same time, half-way through an import, half-way through a
 * release build, in the middle of hearing one piece of news, and past the effect of another of which the queue does not
 * know yet. Then it is started again, and everything is counted.
 */
describe('a server that is killed in the middle', () => {
  let house: TestDatabase;
  let database: DataSource;
  let gates: Gates;
  let product: Product;
  let registrar: Client;
  let analyst: Client;
  let supervisor: Client;
  let instructor: Client;
  let centreId: string;
  let importId: string;
  let releaseId: string;
  let absentPersonId: string;
  let concern: { readonly id: string; readonly personId: string };
  let before: { readonly people: Row[]; readonly values: Row[]; readonly halfway: Record<string, number> };

  type Row = Record<string, unknown>;
  const rows = <T = Row>(sql: string, values: unknown[] = []) => database.query(sql, values) as Promise<T[]>;
  const count = async (sql: string, values: unknown[] = []): Promise<number> => ((await rows<{ n: number }>(`SELECT count(*)::int AS n ${sql}`, values))[0] as { n: number }).n;
  const peopleOfImport = () => rows('SELECT id, version, created_at, reference FROM person WHERE id IN (SELECT person_id FROM import_row WHERE import_id = $1) ORDER BY id', [importId]);
  const valuesOf = (id: string) => rows('SELECT * FROM release_value WHERE release_id = $1 ORDER BY indicator, period, dimension, category', [id]);
  const tasksOf = (personId: string) => rows<Task>(`SELECT id, kind, state, version FROM case_task WHERE person_id = $1`, [personId]);

  const signIn = async (): Promise<void> => {
    const signedIn = async (role: Parameters<typeof newAccount>[1], over = {}) => product.signIn((await newAccount(database, role, { centreId, ...over })).email);
    registrar = await signedIn('registrar');
    instructor = await signedIn('instructor');
    supervisor = await signedIn('supervisor');
    analyst = await signedIn('analyst', { reach: 'country', country: 'KH' });
  };

  /** Half of a class completes, so that there is something to count. */
  const graduates = async (): Promise<void> => {
    const cohort = await newCohort(database.manager, { centreId, plannedEndOn: '2025-06-27', places: 80 });
    for (let index = 0; index < 60; index += 1) {
      const { id } = await newPerson(database.manager, { centreId, sex: index % 3 === 0 ? 'male' : 'female' });
      await newEnrolment(database.manager, cohort, id, { enteredOn: '2025-02-03', exitedOn: '2025-06-27', state: index % 2 === 0 ? 'completed' : 'left-early' });
    }
  };

  const missThreeSessions = async (): Promise<void> => {
    const cohort = await newCohort(database.manager, { centreId, startsOn: inDays(-30), plannedEndOn: inDays(90) });
    absentPersonId = (await newPerson(database.manager, { centreId })).id;
    await newConsent(database.manager, { personId: absentPersonId, centreId, purpose: 'risk-screening' });
    const { id: enrolmentId } = await newEnrolment(database.manager, cohort, absentPersonId, { registeredOn: inDays(-30), enteredOn: inDays(-30), state: 'active' });
    for (const days of [-4, -3, -2]) {
      const session = await newSession(database.manager, cohort, { sessionOn: inDays(days) });
      const { status } = await instructor.put(`sessions/${session.id}/register`, { version: session.version, marks: [{ enrolmentId, code: 'absent' }] });
      expect(status).toBe(200);
    }
  };

  const reportConcern = async (): Promise<void> => {
    const personId = (await newPerson(database.manager, { centreId })).id;
    const { body } = await registrar.post<{ id: string }>('labour-concerns', { personId, indicators: ['withholding-of-wages'], reportedBy: 'family' });
    concern = { id: body.id, personId };
  };

  const finishTaskOfConcern = async (): Promise<void> => {
    const [task] = await tasksOf(concern.personId);
    expect((await supervisor.post(`tasks/${task?.id}/done`, { version: task?.version })).status).toBe(200);
  };

  beforeAll(async () => {
    house = await createTestDatabase();
    database = await createDataSource(house.config, parts).initialize();
    gates = await Gates.in(house.config.databaseUrl);
    centreId = (await newCentre(database.manager, { country: 'KH', timeZone: 'Asia/Phnom_Penh' })).id;
    product = await new Product('killed', house.config.databaseUrl, await freePort()).start();
    await signIn();
    await graduates();
    importId = await checkedImport(registrar, centreId, ROWS);

    await gates.close(IMPORT, { on: 'sampan.job', event: 'UPDATE', when: `NEW.kind = 'people.commit-import' AND ${HALF_WAY}` });
    await gates.close(BUILD, { on: 'sampan.job', event: 'UPDATE', when: `NEW.kind = 'insights.build-release' AND ${HALF_WAY}` });
    await gates.close(SIGNAL, { on: 'sampan.risk_signal', event: 'INSERT' });
    await gates.close(TASK, { on: 'sampan.case_task', event: 'INSERT' });
    expect((await registrar.post(`imports/${importId}/commit`)).status).toBe(200);
    const { body } = await analyst.post<{ id: string }>('releases', { countryCode: 'KH', quarter: QUARTER });
    releaseId = body.id;
    await missThreeSessions();
    await reportConcern();
    for (const gate of [IMPORT, BUILD, SIGNAL, TASK]) {
      await gates.untilReached(gate);
    }

    // The concern's task is written and even done, but the queue is kept from learning that it was heard.
    expect(await gates.hold(`SELECT id FROM sampan_queue.job WHERE name = $1 AND state = 'active'`, [TASK_QUEUE])).toBe(1);
    await gates.open(TASK);
    await until('the concern has its task', async () => (await tasksOf(concern.personId)).length === 1);
    await finishTaskOfConcern();
    await gates.untilSomebodyWaitsForARow('sampan-queue');

    const jobs = await rows<{ kind: string; share: number }>(`SELECT kind, done::float / total AS share FROM job WHERE state = 'running' AND total IS NOT NULL`);
    before = { people: await peopleOfImport(), values: await valuesOf(releaseId), halfway: Object.fromEntries(jobs.map(({ kind, share }) => [kind, share])) };
    await product.kill();

    await gates.endOrphans();
    await gates.letGo();
    for (const gate of [IMPORT, BUILD, SIGNAL]) {
      await gates.open(gate);
    }
    await product.start();
    await signIn();
  }, 60_000);
  afterAll(async () => {
    await gates?.end();
    await product?.remove();
    await database?.destroy();
    await house?.drop();
  });

  it('was in the middle of all of it', () => {
    expect(Object.keys(before.halfway).sort()).toEqual(['insights.build-release', 'people.commit-import']);
    Object.values(before.halfway).forEach((share) => {
      // An import writes two parts at a time, and says of each only what was kept before it.
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.8);
    });
    expect(before.people.length).toBeGreaterThan(ROWS * 0.2);
    expect(before.values.length).toBeGreaterThan(0);
  });

  it('finishes the import: every row has one outcome, and nobody is there twice', async () => {
    await until('the import is committed', async () => (await stateOf(registrar, `imports/${importId}`)) === 'committed');
    expect(await rows('SELECT outcome, count(*)::int AS n, count(DISTINCT person_id)::int AS people FROM import_row WHERE import_id = $1 GROUP BY outcome ORDER BY outcome', [importId])).toEqual([
      { outcome: 'created', n: ROWS - 1, people: ROWS - 1 },
      { outcome: 'rejected', n: 1, people: 0 },
    ]);
    expect(await count(`FROM person WHERE centre_id = $1 AND full_name LIKE 'Imported %'`, [centreId])).toBe(ROWS - 1);
    expect(await count(`FROM audit_entry WHERE action = 'person.imported' AND person_id IN (SELECT person_id FROM import_row WHERE import_id = $1)`, [importId])).toBe(ROWS - 1);
    // Those of before the kill are the same: nobody was made again.
    const ids = new Set(before.people.map(({ id }) => id));
    expect((await peopleOfImport()).filter(({ id }) => ids.has(id))).toEqual(before.people);
    await until('its job is done', async () => (await count(`FROM job WHERE kind = 'people.commit-import' AND state = 'done' AND done = total`)) === 1);
    expect(await count(`FROM notification WHERE kind = 'job.done' AND subject_id = (SELECT id FROM job WHERE kind = 'people.commit-import')`)).toBe(1);
  });

  it('delivers the news that it was hearing: three missed sessions are one signal, one flag, one task', async () => {
    await until('the flag has its task', async () => (await tasksOf(absentPersonId)).length > 0);
    await until('no letter is under way', async () => (await count(`FROM sampan_queue.job WHERE name LIKE '%/%' AND name NOT LIKE 'job/%' AND state IN ('created', 'retry', 'active')`)) === 0);
    expect(await rows('SELECT kind, magnitude::int FROM risk_signal WHERE person_id = $1', [absentPersonId])).toEqual([{ kind: 'missed-sessions', magnitude: 3 }]);
    expect(await count('FROM risk_flag WHERE person_id = $1', [absentPersonId])).toBe(1);
    expect(await tasksOf(absentPersonId)).toMatchObject([{ kind: 'review-flag', state: 'open' }]);
  });

  it('has no second effect of the news whose effect was there: the task that was done stays the only one', async () => {
    await until('every letter is delivered', async () => (await count(`FROM sampan_queue.job WHERE name = $1 AND state <> 'completed'`, [TASK_QUEUE])) === 0);
    expect(await rows('SELECT kind, state FROM case_task WHERE source_id = $1', [concern.id])).toEqual([{ kind: 'labour-concern', state: 'done' }]);
    expect(await rows('SELECT kind, count(*)::int AS n FROM risk_signal WHERE source_id = $1 GROUP BY kind ORDER BY kind', [concern.id])).toEqual([
      { kind: 'labour-concern', n: 1 },
      { kind: 'wage-withheld', n: 1 },
    ]);
    expect(await rows(`SELECT handler, count(*)::int AS n FROM delivered_event WHERE handler LIKE 'placement.labour-concern-reported/%' GROUP BY handler ORDER BY handler`)).toEqual([
      { handler: 'placement.labour-concern-reported/SignalWhenLabourConcernReported', n: 1 },
      { handler: TASK_QUEUE, n: 1 },
    ]);
  });

  it('finishes the release from where it was, and its numbers are those of a build that nobody disturbed', async () => {
    await until('the release is checked', async () => (await stateOf(analyst, `releases/${releaseId}`)) === 'disclosure-checked');
    const values = await valuesOf(releaseId);
    expect(await count('FROM release')).toBe(1);
    // What was printed before the kill was not printed again.
    const key = ({ indicator, period, dimension, category }: Row) => [indicator, period, dimension, category].join();
    const printed = new Set(before.values.map(key));
    expect(values.filter((value) => printed.has(key(value)))).toEqual(before.values);
    expect(values.length).toBeGreaterThan(before.values.length);

    await analyst.post(`releases/${releaseId}/discard`);
    const { body } = await analyst.post<{ id: string }>('releases', { countryCode: 'KH', quarter: QUARTER });
    await until('the second release is checked', async () => (await stateOf(analyst, `releases/${body.id}`)) === 'disclosure-checked');
    const numbersOf = (all: Row[]) => all.map((value) => ({ ...value, release_id: null, computed_at: null }));
    expect(numbersOf(await valuesOf(body.id))).toEqual(numbersOf(values));
    const countsOf = (id: string) => rows('SELECT * FROM release_count WHERE release_id = $1 ORDER BY population, period, dimension, category', [id]);
    expect(numbersOf(await countsOf(body.id))).toEqual(numbersOf(await countsOf(releaseId)));
  });

  it('leaves no letter unread', async () => {
    expect(await count(`FROM sampan_queue.job WHERE name = 'dead-letters'`)).toBe(0);
  });
});
