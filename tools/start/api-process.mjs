/** The api as a child process: started under the pinned Node, watched, restarted when it falls. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { endLeftBehind, forget, remember } from './left-behind.mjs';
import { pinnedNode, root } from './project.mjs';

const PROGRAM = join(root, 'dist', 'apps', 'api', 'main.mjs');
const FOLLOW = pathToFileURL(join(import.meta.dirname, 'follow-parent.mjs')).href;
/** Without a limit the nursery of new objects grows with every burst and is never given back: 50 MB that an idle server holds. */
const MODEST = ['--max-semi-space-size=4'];
const PID_FILE = 'api.pid';
const LARGEST_LOG = 20_000_000;
/** Seconds before each next try; after a minute of health it begins again. */
const BACK_OFF = [0.5, 1, 2, 5, 10, 30];
const END_PATIENCE_MS = 15_000;

/** The log is for machines; whoever stands at the terminal reads only what its lines say. @param {string} log */
const saidIn = (log) =>
  log
    .split('\n')
    .map((line) => (line.startsWith('{') ? (JSON.parse(line).msg ?? line) : line))
    .join('\n');

/** Ends an api that outlived its killed starter. @param {string} dir */
export const endFormer = (dir) => endLeftBehind(join(dir, PID_FILE));

/** @param {string} file */
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** @param {string} url @returns {Promise<boolean>} */
export const isReady = (url) =>
  fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    (answer) => answer.ok,
    () => false,
  );

/**
 * @param {string} dir the data folder @param {() => Record<string, string | undefined>} environment asked before every start
 * @param {string} readyUrl @param {(line: string) => void} say
 */
export function superviseApi(dir, environment, readyUrl, say) {
  const logFile = join(dir, 'api.log');
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let stopping = false;
  let falls = 0;

  function launch() {
    if (sizeOf(logFile) > LARGEST_LOG) renameSync(logFile, `${logFile}.1`);
    const from = sizeOf(logFile);
    const output = openSync(logFile, 'a', 0o600);
    // In a process group of its own: Ctrl-C reaches the starter, which then ends the api in order. It writes into the
    // log by itself, so that it can finish its work even when the starter is gone.
    const started = spawn(pinnedNode(), [...MODEST, '--enable-source-maps', `--import=${FOLLOW}`, PROGRAM], {
      cwd: root,
      env: environment(),
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    remember(join(dir, PID_FILE), started.pid);
    // What a new operator has to know stands on the terminal, not only in the log.
    started.on('message', (/** @type {{ setUp?: string }} */ message) => message.setUp && say(message.setUp));
    const ended = new Promise((resolve) =>
      started
        .on('error', (error) => resolve(error.message))
        .on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)),
    );
    child = started;
    return { ended, lastWords: () => saidIn(readFileSync(logFile).subarray(from).toString('utf8').trim()) };
  }

  async function keepAlive(/** @type {Promise<unknown>} */ ended) {
    for (;;) {
      const since = performance.now();
      const how = await ended;
      if (stopping) return;
      falls = performance.now() - since > 60_000 ? 0 : falls + 1;
      const seconds = BACK_OFF[Math.min(falls, BACK_OFF.length) - 1] ?? BACK_OFF[0];
      say(`The server ended unexpectedly (${how}); starting it again in ${seconds} s. See ${logFile}`);
      await pause(seconds * 1000);
      if (stopping) return;
      ended = launch().ended;
    }
  }

  return {
    /** Starts and waits until it answers. Throws its last words when it ends before it ever did. */
    async start() {
      const { ended, lastWords } = launch();
      let how = /** @type {unknown} */ (undefined);
      void ended.then((reason) => (how = reason));
      while (!(await isReady(readyUrl))) {
        if (how !== undefined) throw new Error(`The server did not start (${how}):\n${lastWords()}`);
        await pause(100);
      }
      void keepAlive(ended);
    },
    /** Ends it so that it is started again, for example with another database address. */
    again: () => child?.kill('SIGTERM'),
    /** @param {boolean} [atOnce] */
    async stop(atOnce = false) {
      stopping = true;
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const gone = new Promise((resolve) => running.once('exit', resolve));
      running.kill(atOnce ? 'SIGKILL' : 'SIGTERM');
      const late = setTimeout(() => running.kill('SIGKILL'), END_PATIENCE_MS);
      await gone;
      clearTimeout(late);
      forget(join(dir, PID_FILE));
    },
  };
}
