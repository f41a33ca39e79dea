/** `npm start`: from a fresh clone, or from whatever was left by whatever happened last time, to a running product. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findChromium } from '../chromium.mjs';
import { FolderInUse, lockFolder } from '../folder-lock.mjs';
import { endFormer, isReady, superviseApi } from './api-process.mjs';
import { dataFolder, demoPassword, encryptionKey, isDemo } from './data-folder.mjs';
import { loadDemo, signIns } from './demo.mjs';
import { productEnvironment } from './environment.mjs';
import { freePortOrRefusal, wishedAddress } from './ports.mjs';
import { build, install, pinnedNode, Refusal, root, stopCurrent } from './project.mjs';

const say = (/** @type {string} */ line) => console.log(line);

/** The terminal may be closed while we still have to end the database in order. */
const outliveTerminal = () => [process.stdout, process.stderr].forEach((stream) => stream.on('error', () => undefined));

/** Ctrl-C arrives twice under npm: from the terminal and from npm. Only a later one means impatience. */
const SAME_SIGNAL_MS = 1000;
const MOST_PATIENCE_MS = 20_000;

/** What is running so far, in the order in which it must be ended. @type {{ api?: ReturnType<typeof superviseApi>, server?: Promise<{ stop: () => Promise<void> } | undefined> }} */
const running = {};
let stoppingSince = 0;

async function stop() {
  if (stoppingSince > 0) {
    if (performance.now() - stoppingSince < SAME_SIGNAL_MS) return;
    await running.api?.stop(true);
    process.exit(130);
  }
  stoppingSince = performance.now();
  say('Stopping…');
  stopCurrent('SIGTERM');
  await running.api?.stop();
  const ended = running.server?.then((server) => server?.stop()).catch((error) => say(String(error.message)));
  // A database that is still recovering goes on by itself and is adopted next time.
  await Promise.race([ended, pause(MOST_PATIENCE_MS)]);
  say('Stopped.');
  process.exit(0);
}

/** Waits for whoever starts Sampan in this folder at this moment; tells its address and leaves if it runs already. @param {string} dir */
async function takeFolder(dir) {
  for (let told = false; ; await pause(300)) {
    try {
      return await lockFolder(dir, { about: { state: 'starting' } });
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      const { address, pid } = error.holder;
      if (address) {
        say(`Sampan is already running: ${address}`);
        process.exit(0);
      }
      if (!told) say(`Sampan is just being started here by process ${pid}; waiting for it…`);
      told = true;
    }
  }
}

/** Fetches a Chromium for PDFs while everything else goes on; without one only PDFs are missing. */
function fetchChromium() {
  if (findChromium()) return;
  spawn(pinnedNode(), [join(root, 'tools', 'chromium.mjs')], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

/**
 * Starts PostgreSQL again when it was killed under us.
 * @param {Awaited<ReturnType<typeof import('../postgres/embedded.mjs').startEmbedded>>} server
 * @param {(url: string) => Promise<void>} revived
 */
async function watchDatabase(server, revived) {
  for (;;) {
    await pause(2000);
    if (stoppingSince > 0) return;
    try {
      if (server.isRunning()) continue;
      say('The database ended unexpectedly; starting it again…');
      await revived(await server.revive());
    } catch (error) {
      say(`${error.message}`);
      await pause(5000);
    }
  }
}

async function run() {
  const { host, port: wished } = wishedAddress();
  const dir = dataFolder();
  const lock = await takeFolder(dir);
  const demo = isDemo(dir);
  const key = encryptionKey(dir, demo);
  const password = demo ? demoPassword(dir) : undefined;
  await endFormer(dir);
  const port = await freePortOrRefusal(host, wished, 1000);
  await install(say);
  await build(say);
  fetchChromium();

  let databaseUrl = process.env.DATABASE_URL?.trim() || '';
  let server;
  if (!databaseUrl) {
    const { startEmbedded } = await import('../postgres/embedded.mjs');
    say('Starting the database…');
    const starting = startEmbedded(join(dir, 'postgres'), { log: say });
    running.server = starting;
    server = await starting;
    databaseUrl = server.url;
  }
  const environment = () => productEnvironment({ dir, databaseUrl, key, demo, host, port });
  if (password) await loadDemo(dir, environment(), password, say, server?.recreate);

  say('Starting the server…');
  const address = environment().PUBLIC_URL;
  const readyUrl = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}/health/ready`;
  const api = superviseApi(dir, environment, readyUrl, say);
  running.api = api;
  await api.start();
  if (server) {
    void watchDatabase(server, async (url) => {
      const moved = url !== databaseUrl;
      databaseUrl = url;
      for (let waited = 0; !moved && waited < 10_000; waited += 500) {
        if (await isReady(readyUrl)) return;
        await pause(500);
      }
      api.again();
    });
  }
  lock.tell({ address, state: 'running' });
  say(`\nSampan is running: ${address}\nThe API is described at ${address}/api/docs\n`);
  if (password) say(signIns(password.password));
  say('Ctrl-C stops it.');
}

export async function start() {
  outliveTerminal();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
  try {
    await run();
  } catch (error) {
    if (stoppingSince > 0) return;
    console.error(`\n${error instanceof Refusal ? error.message : (error.message ?? error)}`);
    stoppingSince = performance.now();
    await running.api?.stop().catch(() => undefined);
    await running.server?.then((server) => server?.stop()).catch(() => undefined);
    process.exit(1);
  }
}
