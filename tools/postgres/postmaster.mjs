/** What is known from outside about a PostgreSQL server of a data folder: its pid file, its processes, its answer. */
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The first lines of postmaster.pid, as PostgreSQL documents them.
 * @param {string} pgdata @returns {{ pid: number, port: number } | undefined}
 */
export function readPidFile(pgdata) {
  const file = join(pgdata, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Math.abs(Number(lines[0])) || 0, port: Number(lines[3]) || 0 };
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
 * The live processes of this data folder, postmaster or its children, where the system can tell (Linux): each has the
 * folder as its working directory. A process that ended but was never collected (usual in containers) is not one.
 * @param {string} pgdata @returns {number[] | undefined} undefined where the system cannot tell
 */
function processesIn(pgdata) {
  if (!existsSync('/proc/self/cwd')) return undefined;
  const folder = realpathSync(pgdata);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === folder && /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

/**
 * - `none`: nothing runs, and PostgreSQL may be started as it is (it clears a stale pid file by itself);
 * - `misleading`: nothing runs, but the pid file names a process that is somebody else's or ended uncollected, so that
 *   PostgreSQL would refuse to start;
 * - `leftovers`: the postmaster is gone, but children of it still hold the data;
 * - `running`: a postmaster is alive (ready, recovering, or stopping).
 * @param {string} pgdata @returns {'none' | 'misleading' | 'leftovers' | 'running'}
 */
export function stateOf(pgdata) {
  const file = readPidFile(pgdata);
  const processes = processesIn(pgdata);
  const named = file !== undefined && file.pid > 0 && isAlive(file.pid);
  if (processes === undefined) return named ? 'running' : 'none';
  if (file && processes.includes(file.pid)) return 'running';
  if (processes.length > 0) return 'leftovers';
  return named ? 'misleading' : 'none';
}

/** What a refusal means: it does not know our password; it cannot read, find or open its own files. */
const ANSWERS = /** @type {const} */ ({
  '28P01': 'another',
  28000: 'another',
  42501: 'lost',
  58030: 'lost',
  '58P01': 'lost',
});

/**
 * Asks the server for its data folder. PostgreSQL itself says when it is still starting, recovering or stopping.
 * @param {string} url @param {string} pgdata @returns {Promise<'ready' | 'not yet' | 'lost' | 'another'>} lost: its folder was
 *   moved or taken from it while it ran, and it cannot go on
 */
export async function askServer(url, pgdata) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('SHOW data_directory');
    const served = rows[0].data_directory;
    return existsSync(served) && realpathSync(served) === realpathSync(pgdata) ? 'ready' : 'lost';
  } catch (error) {
    return ANSWERS[error.code] ?? 'not yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}
