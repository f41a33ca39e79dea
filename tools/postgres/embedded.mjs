/**
 * A real PostgreSQL from npm in a folder of ours. It is made to be killed: it outlives a killed parent and is adopted by
 * the next start, recovers by itself, and is never started twice on the same data.
 */
import { spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lockFolder } from '../folder-lock.mjs';
import { askServer, readPidFile, stateOf } from './postmaster.mjs';
import { createCluster, passwordOf, programs, refuseOtherVersion, USER } from './cluster.mjs';
import { findWay } from './run-as.mjs';

const DATABASE = 'sampan';
/** A recovery after a crash reads the log of all that was written since the last checkpoint: seconds, seldom minutes. */
const PATIENCE_MS = 300_000;

/**
 * A port that nobody uses: the wished one if it is free, so that clients of a server that was killed find it again.
 * @param {number} wished @returns {Promise<number>}
 */
const freePort = (wished = 0) =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', (error) => (wished ? freePort().then(resolve, reject) : reject(error)));
    server.listen(wished, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** @param {string} logFile @param {number} from */
const logSince = (logFile, from) => readFileSync(logFile).subarray(from).toString('utf8').trim();

/**
 * Starts one postmaster and waits until it answers.
 * @param {import('./run-as.mjs').RunAs} way @param {string} postgres @param {string} dir @param {number} port
 * @param {(port: number) => string} urlAt @param {Record<string, string>} settings @param {(line: string) => void} log
 */
async function startServer(way, postgres, dir, port, urlAt, settings, log) {
  const pgdata = join(dir, 'data');
  const logFile = join(dir, 'server.log');
  const all = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '', maintenance_work_mem: '256MB', ...settings };
  const [file, args] = way.wrap(postgres, [
    '-D',
    pgdata,
    ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]);
  const output = openSync(logFile, 'a', 0o600);
  const from = statSync(logFile).size;
  // In its own session: Ctrl-C in the terminal must reach the product first and the database last.
  const server = spawn(file, args, { ...way.options, cwd: dir, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  let ended = /** @type {string | undefined} */ (undefined);
  server
    .on('error', (error) => (ended = error.message))
    .on('exit', (code, signal) => (ended = `ended with ${signal ?? code}`));
  server.unref();
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (ended) throw new Error(`PostgreSQL did not start (${ended}):\n${logSince(logFile, from)}`);
    if ((await askServer(urlAt(port), pgdata)) === 'ready') return port;
    if (waited === 3000) log('PostgreSQL is recovering its data…');
    await pause(50);
  }
  throw new Error(`PostgreSQL did not become ready; see ${logFile}.`);
}

/**
 * Waits for a server that is already there: adopted when it answers, undefined when it has gone.
 * @param {string} pgdata @param {(port: number) => string} urlAt @param {(line: string) => void} log
 */
async function adopt(pgdata, urlAt, log) {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const state = stateOf(pgdata);
    const file = readPidFile(pgdata);
    if (state === 'none') return undefined;
    if (state === 'misleading') {
      rmSync(join(pgdata, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (state === 'running' && file?.port) {
      const answer = await askServer(urlAt(file.port), pgdata);
      if (answer === 'ready') return file.port;
      if (answer !== 'not yet' && !existsSync('/proc/self/cwd')) return undefined;
      // Not in order, which it could not do any more: what it wrote is in its log, and read again by the next one.
      if (answer === 'lost') process.kill(file.pid, 'SIGQUIT');
      if (answer === 'another') throw new Error(`Another PostgreSQL than ours uses ${pgdata}. Stop it first.`);
    }
    if (waited === 2000) log('Waiting for the PostgreSQL that is already there…');
    await pause(100);
  }
  throw new Error(`A PostgreSQL in ${pgdata} neither answers nor ends.`);
}

/** @param {string} url */
async function connectTo(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Asks the postmaster to end at once, without waiting for its clients, and waits until it has. @param {string} pgdata */
async function stopServer(pgdata) {
  const file = readPidFile(pgdata);
  if (!file || stateOf(pgdata) !== 'running') return;
  process.kill(file.pid, 'SIGINT');
  for (let waited = 0; waited < 60_000 && stateOf(pgdata) === 'running'; waited += 50) await pause(50);
}

/**
 * Starts or adopts the server of a prepared folder and sees to our database in it.
 * @param {string} folder @param {Record<string, string>} settings @param {(line: string) => void} log @param {number} [wishedPort]
 */
async function bring(folder, settings, log, wishedPort) {
  const starting = await lockFolder(folder, { purpose: 'postgres-start', waitMs: PATIENCE_MS });
  try {
    const { initdb, postgres } = await programs();
    const pgdata = join(folder, 'data');
    const password = passwordOf(folder);
    const urlAt = (port, database = 'postgres') => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
    const exists = existsSync(join(pgdata, 'PG_VERSION'));
    if (exists) refuseOtherVersion(pgdata, postgres);
    // Nothing about the files may be changed while a server runs on them.
    let port = exists ? await adopt(pgdata, urlAt, log) : undefined;
    const adopted = port !== undefined;
    if (port === undefined) {
      const way = findWay(folder, postgres);
      if (exists) way.own(pgdata);
      else {
        log('Creating the database…');
        createCluster(way, initdb, folder, password);
      }
      port = await startServer(way, postgres, folder, await freePort(wishedPort), urlAt, settings, log);
    }
    const client = await connectTo(urlAt(port));
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
    await client.end();
    return { url: urlAt(port, DATABASE), adopted, port, pid: readPidFile(pgdata)?.pid ?? 0 };
  } finally {
    await starting.release();
  }
}

/**
 * @typedef {object} Embedded
 * @property {string} url
 * @property {boolean} adopted it was running already
 * @property {number} pid
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} recreate empties our database
 * @property {() => Promise<string>} revive starts it again after it was killed, on the same port if that can be had; answers the address
 * @property {() => Promise<void>} stop
 */

/**
 * Starts or adopts the PostgreSQL of a folder.
 *
 * Without `shared` the folder belongs to this process until it ends or calls stop(); another start throws FolderInUse.
 * With `shared` several processes may use the server; the last one that calls stop() ends it.
 * @param {string} dir
 * @param {{ log?: (line: string) => void, shared?: boolean, settings?: Record<string, string> }} [options]
 * @returns {Promise<Embedded>}
 */
export async function startEmbedded(dir, { log = () => undefined, shared = false, settings = {} } = {}) {
  const folder = resolve(dir);
  // The mode is for this folder only, not for those above it.
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const pgdata = join(folder, 'data');
  const owner = shared ? undefined : await lockFolder(folder, { purpose: 'postgres' });
  try {
    const server = await bring(folder, settings, log);
    return {
      ...server,
      isRunning: () => stateOf(pgdata) === 'running',
      recreate: async () => {
        const client = await connectTo(Object.assign(new URL(server.url), { pathname: '/postgres' }).href);
        await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${DATABASE}`);
        await client.end();
      },
      revive: async () => (await bring(folder, settings, log, server.port)).url,
      stop: async () => {
        if (!shared || (await nobodyElse(folder, server.url))) await stopServer(pgdata);
        await owner?.release();
      },
    };
  } catch (error) {
    await owner?.release();
    throw error;
  }
}

/** Whether nobody uses the server any more: no owner of the folder, no other client. @param {string} folder @param {string} url */
async function nobodyElse(folder, url) {
  const free = await lockFolder(folder, { purpose: 'postgres' }).catch(() => undefined);
  if (!free) return false;
  try {
    const client = await connectTo(url);
    const { rows } = await client.query(
      `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    await client.end();
    return rows[0].others === 0;
  } catch {
    return false;
  } finally {
    await free.release();
  }
}
