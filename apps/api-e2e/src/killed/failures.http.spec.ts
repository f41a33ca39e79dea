import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource, newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { newPlacement } from '@sampan/placement/testing';
import { parts } from '@sampan/rooms';
import { createTestDatabase, testConfig, type TestDatabase } from '@sampan/testing';
import { Client as Connection } from 'pg';
import type { DataSource } from 'typeorm';
import { newAccount } from '../support/accounts';
import type { Client, Problem } from '../support/client';
import { Gates, HALF_WAY } from './gates';
import { OwnPostgres } from './own-postgres';
import { freePort, Product, until } from './product';
import { checkedImport, stateOf } from './register';

interface Readiness {
  readonly status: string;
  readonly parts: readonly { readonly name: string; readonly state: string; readonly since: string }[];
}

const stateIn = (body: unknown, name: string) => (body as Readiness).parts.find((part) => part.name === name);
const registration = (centreId: string, id = newId()) => ({ id, centreId, fullName: `Somebody ${id.slice(-6)}` });

describe('when the database is lost or slow', () => {
  const ROWS = 400;
  let postgres: OwnPostgres;
  let product: Product;
  let registrar: Client;
  let centreId: string;

  beforeAll(async () => {
    postgres = await OwnPostgres.start('own-postgres');
    product = await new Product('failures', postgres.url, await freePort(), { SAMPAN_DATABASE_CONNECT_SECONDS: '2', SAMPAN_DATABASE_LOCK_SECONDS: '2' }).start();
    const database = await createDataSource(testConfig(postgres.url), parts).initialize();
    centreId = (await newCentre(database.manager)).id;
    registrar = await product.signIn((await newAccount(database, 'registrar', { centreId })).email);
    await database.destroy();
  }, 60_000);
  afterAll(async () => {
    await product?.remove();
    await postgres?.remove();
  });

  /** One question on a connection of its own, which no restart spoils. */
  const ask = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => {
    const connection = new Connection({ connectionString: postgres.url });
    await connection.connect();
    return connection.query(sql, values).then(({ rows }) => rows as T[]).finally(() => connection.end());
  };

  it('says what is lost and since when, loses no write, and goes on by itself when it is back', async () => {
    const { pid } = product;
    const importId = await checkedImport(registrar, centreId, ROWS);
    // Its locks end with the server: the gate is open when the database is back.
    const gates = await Gates.in(postgres.url);
    await gates.close(1, { on: 'sampan.job', event: 'UPDATE', when: `NEW.kind = 'people.commit-import' AND ${HALF_WAY}` });
    await registrar.post(`imports/${importId}/commit`);
    await gates.untilReached(1);
    const progress = async () => (await ask<{ done: number; total: number }>(`SELECT done, total FROM sampan.job WHERE kind = 'people.commit-import'`))[0];
    await postgres.kill();

    const somebody = registration(centreId);
    const refused = await registrar.post<Problem>('people', somebody);
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'DATABASE_UNAVAILABLE', '5']);
    const lost = await product.ready();
    expect([lost?.status, (lost?.body as Readiness).status, stateIn(lost?.body, 'database')?.state]).toEqual([503, 'unavailable', 'unavailable']);
    expect(JSON.stringify(lost?.body)).not.toMatch(/postgres|127\.0\.0\.1|sampan/);
    // Whoever watches is told so too; what is only known by the database is missing rather than old.
    const metrics = await (await fetch(`${product.url}/metrics`)).text();
    expect(metrics).toContain('sampan_part_ok{part="database"} 0');
    expect(metrics).not.toMatch(/^sampan_(dead_letters|queue_waiting) /m);
    const since = stateIn(lost?.body, 'database')?.since;
    expect(stateIn((await product.ready())?.body, 'database')?.since).toBe(since);
    expect((await fetch(`${product.url}/health/live`)).status).toBe(200);

    await postgres.revive();
    expect((await progress())?.done).toBeLessThan(ROWS);
    await until('the product is ready', async () => (await product.ready())?.status === 200);
    expect([product.pid, product.isRunning]).toEqual([pid, true]);
    expect((await registrar.post('people', somebody)).status).toBe(201);
    await until('the import is committed', async () => (await stateOf(registrar, `imports/${importId}`)) === 'committed');
    expect(await ask(`SELECT outcome, count(*)::int AS n, count(DISTINCT person_id)::int AS people FROM sampan.import_row WHERE import_id = $1 GROUP BY outcome ORDER BY outcome`, [importId])).toEqual([
      { outcome: 'created', n: ROWS - 1, people: ROWS - 1 },
      { outcome: 'rejected', n: 1, people: 0 },
    ]);
    expect(await ask('SELECT count(*)::int AS n FROM sampan.person')).toEqual([{ n: ROWS }]);
  });

  it('gives up on what takes too long, says so, changes nothing, and has room again afterwards', async () => {
    const holder = new Connection({ connectionString: postgres.url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE sampan.person IN ACCESS EXCLUSIVE MODE');
    const many = Array.from({ length: 24 }, () => registration(centreId));
    const answers = Promise.all(many.map((one) => registrar.post<Problem>('people', one)));
    await until('readiness says that it is slow', async () => stateIn((await product.ready())?.body, 'database')?.state === 'slow');
    const codes = new Set((await answers).map(({ status, body }) => `${status} ${body.code}`));
    expect([...codes]).toEqual(['503 DATABASE_SLOW']);
    await holder.query('ROLLBACK');

    expect(new Set((await Promise.all(many.map((one) => registrar.post('people', one)))).map(({ status }) => status))).toEqual(new Set([201]));
    expect(await holder.query('SELECT count(*)::int AS n FROM sampan.person WHERE id = ANY($1)', [many.map(({ id }) => id)])).toMatchObject({ rows: [{ n: 24 }] });
    await holder.end();
    await until('readiness is fine', async () => ((await product.ready())?.body as Readiness).status === 'ok');
  });
});

/** A disk of its own, of one megabyte, which only the product sees; the machine must allow that. */
const OWN_DISK = ['unshare', '-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs "$SAMPAN_DATA_DIR" && exec "$@"', 'sh'];
const mayHaveOwnDisk = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

(mayHaveOwnDisk ? describe : describe.skip)('when the disk for files is full', () => {
  let house: TestDatabase;
  let database: DataSource;
  let product: Product;
  let officer: Client;
  let registrar: Client;
  let centreId: string;

  beforeAll(async () => {
    house = await createTestDatabase();
    database = await createDataSource(house.config, parts).initialize();
    centreId = (await newCentre(database.manager)).id;
    product = await new Product('full-disk', house.config.databaseUrl, await freePort()).start(OWN_DISK);
    officer = await product.signIn((await newAccount(database, 'placement-officer', { centreId })).email);
    registrar = await product.signIn((await newAccount(database, 'registrar', { centreId })).email);
  }, 60_000);
  afterAll(async () => {
    await product?.remove();
    await database?.destroy();
    await house?.drop();
  });

  it('refuses what it cannot keep, serves the rest, says so, and goes on when there is space', async () => {
    const { id: personId } = await newPerson(database.manager, { centreId });
    const { id } = await newPlacement(database.manager, { personId, centreId });
    const upload = () => {
      const form = new FormData();
      form.set('file', new Blob([`%PDF-1.7 ${'a contract '.repeat(20_000)}`]), 'contract.pdf');
      return officer.post<Problem>(`placements/${id}/contract`, form);
    };
    const files = join('/proc', String(product.pid), 'root', product.dataDir);
    const filler = join(files, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(2_000_000))).toThrow('ENOSPC');

    const refused = await upload();
    expect([refused.status, refused.body.code]).toEqual([503, 'DISK_FULL']);
    expect(await database.query('SELECT count(*)::int AS n FROM stored_file')).toEqual([{ n: 0 }]);
    expect((readdirSync(files, { recursive: true }) as string[]).filter((name) => name.endsWith('.part') || name.includes('.sample-'))).toEqual([]);
    expect((await registrar.post('people', registration(centreId))).status).toBe(201);
    await until('readiness says that it is full', async () => stateIn((await product.ready())?.body, 'files')?.state === 'full');
    const full = await product.ready();
    expect([full?.status, (full?.body as Readiness).status, stateIn(full?.body, 'files')]).toEqual([200, 'degraded', { name: 'files', state: 'full', since: expect.any(String) as string }]);

    rmSync(filler);
    expect((await upload()).status).toBe(201);
    await until('readiness is fine', async () => ((await product.ready())?.body as Readiness).status === 'ok');
  });
});
