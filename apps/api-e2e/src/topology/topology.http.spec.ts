import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDataSource, newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { parts } from '@sampan/rooms';
import { testConfig } from '@sampan/testing';
import { Client as PgClient } from 'pg';
import type { DataSource } from 'typeorm';
import { until } from '../killed/product';
import { newAccount, PASSWORD } from '../support/accounts';
import { Client, type Answer } from '../support/client';
import { present, ROOT } from './program';
import { METRICS_TOKEN, Topology } from './topology';

/** So many deeds while one process is killed; each makes a signal and a task, by news that a worker delivers. */
const DEEDS = 24;
/** A caller on a bad network tries again, under the same key. */
const TRIES = 60;

describe('several machines’ worth of processes', () => {
  const topology = new Topology();
  let database: DataSource;
  let centreId: string;
  let caller: Client;
  let failed = 0;

  beforeAll(async () => {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/rolldown/bin/cli.mjs'), '-c', 'apps/worker/rolldown.config.mjs', '-d', 'dist/apps/topology-worker', '--logLevel', 'silent'], { cwd: ROOT });
    await topology.start();
    database = await createDataSource(testConfig(topology.primary.url), parts).initialize();
    centreId = (await newCentre(database.manager, { country: 'KH', timeZone: 'Asia/Phnom_Penh' })).id;
    const { email } = await newAccount(database, 'registrar', { centreId });
    caller = new Client(topology.doors[0]);
    expect((await caller.post('auth/sign-in', { email, password: PASSWORD })).status).toBe(200);
  }, 120_000);
  afterAll(async () => {
    await database?.destroy();
    await topology.end();
  }, 60_000);

  const count = async (sql: string, values: unknown[] = []): Promise<number> => ((await database.query(`SELECT count(*)::int AS n ${sql}`, values)) as [{ n: number }])[0].n;

  /** Until an answer comes that is not a failure of a machine. */
  const insist = async (call: () => Promise<Answer>): Promise<Answer> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await call().catch(() => null);
      if (answer && answer.status < 500) {
        return answer;
      }
      failed += 1;
      if (tries === TRIES) {
        throw new Error(`No answer after ${TRIES} tries: ${answer?.status ?? 'nobody there'}`);
      }
      await pause(250);
    }
  };

  /** Reports concerns one after the other, and does something terrible after a third of them. */
  const workThrough = async (terrible: () => Promise<unknown>): Promise<string[]> => {
    const people = await Promise.all(Array.from({ length: DEEDS }, async () => (await newPerson(database.manager, { centreId })).id));
    let happening: Promise<unknown> = Promise.resolve();
    for (const [index, personId] of people.entries()) {
      if (index === DEEDS / 3) {
        happening = terrible();
      }
      const key = newId();
      const { status } = await insist(() => caller.post('labour-concerns', { personId, indicators: ['withholding-of-wages'], reportedBy: 'family' }, { 'idempotency-key': key }));
      expect(status).toBe(201);
    }
    await happening;
    return people;
  };

  const eachHasOneOfEverything = async (people: string[]): Promise<void> => {
    const tasks = () => count(`FROM case_task WHERE kind = 'labour-concern' AND person_id = ANY($1)`, [people]);
    const signals = () => count(`FROM risk_signal WHERE kind = 'labour-concern' AND person_id = ANY($1)`, [people]);
    await until('the news is heard', async () => (await tasks()) >= DEEDS && (await signals()) >= DEEDS, 200);
    await until('no letter is under way', async () => (await count(`FROM sampan_queue.job WHERE name LIKE '%/%' AND name NOT LIKE 'job/%' AND state IN ('created', 'retry', 'active')`)) === 0, 200);
    expect([await count('FROM labour_concern WHERE person_id = ANY($1)', [people]), await tasks(), await signals()]).toEqual([DEEDS, DEEDS, DEEDS]);
    expect(await count(`FROM sampan_queue.job WHERE name = 'dead-letters'`)).toBe(0);
  };

  const loses = async (terrible: () => Promise<unknown>): Promise<void> => {
    failed = 0;
    await eachHasOneOfEverything(await workThrough(terrible));
  };

  it('reads lists from the replica, which follows', async () => {
    const { id } = await newPerson(database.manager, { centreId, fullName: 'Somebody who was copied' });
    const onReplica = await createDataSource(testConfig(topology.replica.url), parts).initialize();
    await until('the replica has caught up', async () => ((await onReplica.query('SELECT 1 FROM person WHERE id = $1', [id])) as unknown[]).length === 1);
    caller.forget('sampan_wrote');
    const { body } = await caller.post<{ items: { id: string }[] }>('people/search', { text: 'was copied' });
    expect(body.items.map((one) => one.id)).toEqual([id]);
    const [{ n }] = (await onReplica.query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'sampan-work' AND pid <> pg_backend_pid()`)) as [{ n: number }];
    await onReplica.destroy();
    expect(n).toBeGreaterThan(0);
  });

  it('tells how the work of a worker goes, to whoever has the token', async () => {
    const page = () => fetch(topology.workersMetrics, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } }).then((answer) => answer.text());
    await until('the worker tells', async () => /^sampan_queue_waiting \d+$/m.test(await page().catch(() => '')));
    expect(await page()).toContain('sampan_build_info{program="worker"');
    expect((await fetch(topology.workersMetrics)).status).toBe(404);
  });

  it('works through the pooler as the role that cannot rewrite history', async () => {
    const pooled = new PgClient({ connectionString: topology.databaseUrl, options: topology.pooler ? '' : '-c role=sampan_work -c search_path=sampan' });
    await pooled.connect();
    const found = await pooled.query<{ role: string; schema: string }>('SELECT current_user AS role, current_schema() AS schema');
    await expect(pooled.query('DELETE FROM audit_entry')).rejects.toMatchObject({ code: '42501' });
    await pooled.end();
    expect(found.rows).toEqual([{ role: 'sampan_work', schema: 'sampan' }]);
  });

  it('loses nothing when one api is killed', () => loses(() => topology.apis[0]?.kill() ?? Promise.reject(new Error())));

  it('loses nothing when that api comes back and the other is killed', async () => {
    await topology.apis[0]?.start();
    await loses(() => topology.apis[1]?.kill() ?? Promise.reject(new Error()));
    await topology.apis[1]?.start();
  });

  it('loses nothing when one worker is killed, not even a failed request', async () => {
    await loses(() => topology.workers[0]?.kill() ?? Promise.reject(new Error()));
    expect(failed).toBe(0);
    await topology.workers[0]?.start();
  });

  it('loses nothing when the replica is killed, and lists are read from the primary', async () => {
    await loses(async () => process.kill(topology.replica.pid, 'SIGQUIT'));
    caller.forget('sampan_wrote');
    expect((await insist(() => caller.post('people/search', { text: 'was copied' }))).status).toBe(200);
  });

  it('loses nothing when the primary is killed and comes back', async () => {
    await loses(async () => {
      process.kill(topology.primary.pid, 'SIGQUIT');
      await pause(500);
      await topology.primary.revive();
    });
  });

  (present('pgbouncer') ? it : it.skip)('loses nothing when the pooler is killed and comes back', async () => {
    await loses(async () => {
      await topology.pooler?.kill();
      await topology.pooler?.start();
    });
  });

  (present('nginx') ? it : it.skip)('loses nothing when the entrance is killed and comes back', async () => {
    await loses(async () => {
      await topology.entrance?.kill();
      await topology.entrance?.start();
    });
  });
});
