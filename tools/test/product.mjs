/** The product, bundled from the sources as they are now, on a database of its own: for tests that come from outside. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { findChromium } from '../chromium.mjs';
import { createEmptyDatabase, startTestServer } from '../postgres/test-server.mjs';
import { isReady } from '../start/api-process.mjs';
import { freePortOrRefusal } from '../start/ports.mjs';
import { pinnedNode, programOf, root, run, toolEnvironment } from '../start/project.mjs';

const FOLLOW = pathToFileURL(join(root, 'tools', 'start', 'follow-parent.mjs')).href;
/** Every row of a test database is invented. */
const KEY = Buffer.alloc(32, 7).toString('base64');

/** @param {string[]} args a program that must succeed under the pinned Node @param {NodeJS.ProcessEnv} env */
async function must(args, env) {
  const { code, output } = await run(pinnedNode(), args, { env, stdio: 'pipe' });
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
}

/**
 * @param {string} purpose names the database, the data folder and the log
 * @param {{ prepare?: (environment: NodeJS.ProcessEnv) => Promise<void>, environment?: NodeJS.ProcessEnv }} [options] prepare: runs before the start
 */
export async function startProduct(purpose, { prepare, environment: more = {} } = {}) {
  await must(
    [programOf('rolldown'), '-c', 'apps/api/rolldown.config.mjs', '-d', `dist/apps/${purpose}`, '--logLevel', 'silent'],
    toolEnvironment(),
  );
  const server = await startTestServer();
  const database = await createEmptyDatabase(server.url, purpose);
  const port = await freePortOrRefusal('127.0.0.1', 0);
  const url = `http://localhost:${port}`;
  const dataDir = join(root, 'tmp', 'test-files', `${purpose}-${process.pid}`);
  const environment = {
    ...toolEnvironment(),
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    SAMPAN_DATA_DIR: dataDir,
    SAMPAN_ENCRYPTION_KEY: KEY,
    SAMPAN_DEMO: 'false',
    SAMPAN_WEB_DIR: join(root, 'dist', 'apps', 'web', 'browser'),
    LOG_LEVEL: 'warn',
    // Tests of other things sign in by password alone.
    SAMPAN_SECOND_FACTOR: 'optional',
    // One address asks for what a town would.
    SAMPAN_RATE_LIMITS: 'off',
    CHROMIUM_PATH: findChromium(),
    ...more,
  };
  mkdirSync(join(root, 'tmp', 'test-results'), { recursive: true });
  mkdirSync(dataDir, { recursive: true });
  await prepare?.(environment);

  const logFile = join(root, 'tmp', 'test-results', `${purpose}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(
    pinnedNode(),
    ['--enable-source-maps', `--import=${FOLLOW}`, join(root, 'dist', 'apps', purpose, 'main.mjs')],
    { cwd: root, env: environment, stdio: ['ignore', log, log, 'ipc'] },
  );
  closeSync(log);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  while (!(await isReady(`${url}/health/ready`))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The product did not start:\n${readFileSync(logFile, 'utf8')}`);
    await pause(100);
  }
  return {
    url,
    databaseUrl: database.url,
    /** Where a test makes further databases. */
    serverUrl: server.url,
    logFile,
    encryptionKey: KEY,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
