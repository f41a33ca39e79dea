/** The PostgreSQL of the tests, shared by all test runs on this machine that use this folder. */
import { join } from 'node:path';
import { startEmbedded } from './embedded.mjs';

const root = join(import.meta.dirname, '..', '..');
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  max_wal_size: '2GB',
};

/** @returns {Promise<{ url: string, adopted: boolean, stop: () => Promise<void> }>} address of a database to create others from */
export async function startTestServer() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, adopted: true, stop: async () => undefined };
  const server = await startEmbedded(join(root, 'tmp', 'test-postgres'), { shared: true, settings });
  await dropTestDatabases(server.url, (run) => !isAlive(run));
  return server;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Drops the databases of test runs.
 * @param {string} url @param {(run: number) => boolean} ofRun whether the run with this process number is meant
 */
export async function dropTestDatabases(url, ofRun) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`SELECT datname AS name FROM pg_database WHERE datname ~ '^sampan_test_[0-9]+_'`);
  for (const { name } of rows) {
    if (ofRun(Number(name.split('_')[2]))) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
  await client.end();
}

/**
 * A new, empty database on the server of the tests.
 * @param {string} url @param {string} purpose
 * @returns {Promise<{ url: string, drop: () => Promise<void> }>}
 */
export async function createEmptyDatabase(url, purpose) {
  const { default: pg } = await import('pg');
  const name = `sampan_test_${process.pid}_${purpose}`;
  const run = async (/** @type {string} */ statement) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  return {
    url: Object.assign(new URL(url), { pathname: `/${name}` }).href,
    drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
