/**
 * Child processes of a start that was killed go on without it. Their numbers are kept in files, together with what tells
 * them from a stranger who has the same number later, so that the next start ends them before it does the same work.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 15_000;

/**
 * The moment at which a live process began, in whatever words the system has for it; undefined when there is none.
 * @param {number} pid @returns {string | undefined}
 */
function beginningOf(pid) {
  if (!existsSync('/proc/self/stat')) {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
  }
  if (!existsSync(`/proc/${pid}/stat`)) return undefined;
  // After the name in brackets: the state, and as the 20th field the start in clock ticks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return fields[0] === 'Z' ? undefined : fields[19];
}

/** @param {string} file @param {number | undefined} pid */
export function remember(file, pid) {
  if (pid === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${pid} ${beginningOf(pid)}\n`);
}

/** @param {string} file */
export const forget = (file) => rmSync(file, { force: true });

/** Signals a child and whatever it has started, which share a process group. @param {number} pid @param {NodeJS.Signals} signal */
export function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends the process that this file remembers, if it still lives. @param {string} file */
export async function endLeftBehind(file) {
  if (!existsSync(file)) return;
  const [pid = '', ...beginning] = readFileSync(file, 'utf8').trim().split(' ');
  const lives = () => Number(pid) > 0 && beginningOf(Number(pid)) === beginning.join(' ');
  for (let waited = 0; lives(); waited += 100) {
    if (waited === 0) signalGroup(Number(pid), 'SIGTERM');
    if (waited === PATIENCE_MS) signalGroup(Number(pid), 'SIGKILL');
    await pause(100);
  }
  forget(file);
}
