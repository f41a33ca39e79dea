// Starting and ending the programs of the bench, and what they cost: CPU and memory as the kernel counts them.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MS_PER_TICK = 10;
/** As `npm start` starts the product; the bare server gets the same. */
const FLAGS = ['--max-semi-space-size=4'];

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * A child process that says `{ ready: true }` when it serves. Its output goes to a file, so that logging costs what it costs.
 * @param {string} program @param {Record<string, string | undefined>} env @param {string} logFile
 * @returns {Promise<{ pid: number, startedInMs: number, stop: () => Promise<void> }>}
 */
export async function startServer(program, env, logFile) {
  const output = openSync(logFile, 'a', 0o600);
  const begun = performance.now();
  const child = spawn(process.execPath, [...FLAGS, program], { env: { ...process.env, ...env }, stdio: ['ignore', output, output, 'ipc'] });
  closeSync(output);
  running.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.on('message', (message) => /** @type {{ ready?: boolean }} */ (message).ready && resolve(undefined));
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}:\n${readFileSync(logFile, 'utf8').slice(-2000)}`)));
    child.once('error', reject);
  });
  const startedInMs = performance.now() - begun;
  return {
    pid: child.pid ?? 0,
    startedInMs,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(late);
      running.delete(child);
    },
  };
}

/** Ends at once whatever still runs. */
export const endAll = () => running.forEach((child) => child.kill('SIGKILL'));
process.on('exit', endAll);

/** utime + stime, and those of children that have ended. @param {number} pid @param {boolean} withEnded */
const ticksOf = (pid, withEnded) => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
    return user + system + (withEnded ? endedUser + endedSystem : 0);
  } catch {
    return 0;
  }
};

/** CPU that a process has used so far, in ms; 0 where there is no /proc. @param {number} pid */
export const cpuOf = (pid) => ticksOf(pid, false) * MS_PER_TICK;

/** CPU of a server and all its children, in ms. @param {number | undefined} parent */
export const cpuOfFamily = (parent) => {
  if (!parent) return 0;
  const children = processes().filter((pid) => parentOf(pid) === parent);
  return (children.reduce((sum, pid) => sum + ticksOf(pid, false), 0) + ticksOf(parent, true)) * MS_PER_TICK;
};

const processes = () => {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  } catch {
    return [];
  }
};

/** @param {number} pid */
const parentOf = (pid) => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
  } catch {
    return 0;
  }
};

/** Resident memory in MB; 0 where there is no /proc. @param {number} pid */
export const residentMb = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** @param {string} folder @param {string} name */
export const logFileIn = (folder, name) => join(folder, `${name}.log`);
