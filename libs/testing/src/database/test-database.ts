import { createHash, randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, migrate, type Config } from '@sampan/kernel';
import { parts } from '@sampan/rooms';
import { testConfig } from './test-config';

/** Serialises the making of templates and of copies: PostgreSQL copies a database only while nobody uses it. */
const LOCK = 7_266_227;
const ROOT = join(__dirname, '../../../..');
/** All that decides what an empty database of the product looks like. */
const SHAPE = [
  'apps/api/src/migrations/*.ts',
  'libs/server/kernel/src/database/*.ts',
  'libs/server/kernel/src/events/*.ts',
];

export interface TestDatabase {
  readonly config: Config;
  readonly drop: () => Promise<void>;
}

/** A migrated database of its own, without a connection to it. */
export const createTestDatabase = (): Promise<TestDatabase> => create(template);

/** A database in which nothing is yet, for those who migrate by themselves. */
export const createEmptyTestDatabase = (): Promise<TestDatabase> => create(() => Promise.resolve('template0'));

const create = async (original: (client: Client, server: string) => Promise<string>): Promise<TestDatabase> => {
  const server = serverUrl();
  const name = `sampan_test_${process.env['SAMPAN_TEST_RUN'] ?? process.pid}_${randomBytes(5).toString('hex')}`;
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await original(client, server)}`);
  });
  return {
    config: testConfig(urlOf(server, name)),
    drop: () =>
      onServer(server, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
};

/** A migrated database of its own, connected as the product connects; `destroy()` also drops it. */
export const testDatabase = async (): Promise<DataSource> => {
  const { config, drop } = await createTestDatabase();
  const dataSource = await createDataSource(config, parts).initialize();
  const disconnect = dataSource.destroy.bind(dataSource);
  dataSource.destroy = async () => {
    await disconnect();
    await drop();
  };
  return dataSource;
};

const serverUrl = (): string => {
  const url = process.env['SAMPAN_TEST_SERVER'];
  if (!url) {
    throw new Error('Database tests need the global set-up of tools/jest/server.cjs.');
  }
  return url;
};

const urlOf = (server: string, database: string): string =>
  Object.assign(new URL(server), { pathname: `/${database}` }).href;

/** A session's advisory lock ends with the session, whatever happens in it. */
const onServer = async (server: string, action: (client: Client) => Promise<void>): Promise<void> => {
  const client = new Client({ connectionString: server });
  await client.connect();
  await action(client).finally(() => client.end());
};

/** The name of the migrated template of today's migrations; made by the product's own migration on first use. */
const template = async (client: Client, server: string): Promise<string> => {
  const name = `sampan_template_${hashOfShape()}`;
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE datname LIKE 'sampan\\_template\\_%'`,
  );
  if (rows.some((row) => row.name === name)) {
    return name;
  }
  for (const old of rows) {
    await client.query(`DROP DATABASE IF EXISTS ${old.name} WITH (FORCE)`);
  }
  // Built under another name, so that a run that was killed half-way leaves no half a template.
  const unfinished = `${name}_unfinished`;
  await client.query(`CREATE DATABASE ${unfinished}`);
  await migrate(testConfig(urlOf(server, unfinished)), parts);
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  return name;
};

const hashOfShape = (): string => {
  const hash = createHash('sha256');
  for (const file of SHAPE.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()) {
    hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 16);
};
