/**
 * PostgreSQL refuses to run as root. This finds a way in which it can run here: as we are; as the user `postgres` or
 * `nobody`; or, when the folder lies below one that only root may enter (such as root's own home), as root's own files
 * seen from a user namespace in which root has an ordinary number, or as another user with the right to pass by.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NOBODY = 65534;
/** Nothing of our own settings belongs into the database server; messages and times must be the same everywhere. */
const environment = () => ({
  PATH: process.env.PATH ?? '',
  SystemRoot: process.env.SystemRoot ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
});

/**
 * @typedef {object} RunAs
 * @property {string} name
 * @property {{ uid: number, gid: number } | undefined} owner who must own the files, undefined: nothing to change
 * @property {(file: string, args: string[]) => [string, string[]]} wrap
 * @property {import('node:child_process').SpawnOptions} options
 */

/** @param {'-u' | '-g'} which @param {string} user */
function idOf(which, user) {
  const { status, stdout } = spawnSync('id', [which, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

/** @param {string} dir @returns {{ uid: number, gid: number }} */
function databaseUser(dir) {
  const { uid, gid } = statSync(dir);
  // Somebody started it without root before: the files stay theirs.
  if (uid !== 0) return { uid, gid };
  const user = idOf('-u', 'postgres') ? 'postgres' : 'nobody';
  return { uid: idOf('-u', user) ?? NOBODY, gid: idOf('-g', user) ?? NOBODY };
}

/** @param {string} dir @returns {RunAs[]} from the plainest to the most roundabout */
function ways(dir) {
  const options = { env: environment() };
  const plain = (file, args) => /** @type {[string, string[]]} */ ([file, args]);
  if (process.getuid?.() !== 0) return [{ name: 'as we are', owner: undefined, wrap: plain, options }];
  const user = databaseUser(dir);
  const number = ['--map-user=1000', '--map-group=1000'];
  const passing = (right) => (file, args) =>
    plain('setpriv', [
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
      file,
      ...args,
    ]);
  return [
    { name: 'as another user', owner: user, wrap: plain, options: { ...options, ...user } },
    {
      name: 'in a user namespace',
      owner: { uid: 0, gid: 0 },
      wrap: (file, args) => plain('unshare', ['--user', ...number, file, ...args]),
      options,
    },
    { name: 'as another user who may pass', owner: user, wrap: passing('dac_read_search'), options },
    { name: 'as another user who may pass all', owner: user, wrap: passing('dac_override'), options },
  ];
}

/** @param {string} path @param {{ uid: number, gid: number }} owner */
function own(path, owner) {
  const entry = lstatSync(path);
  if (entry.uid !== owner.uid || entry.gid !== owner.gid) chownSync(path, owner.uid, owner.gid);
  if (entry.isDirectory()) for (const name of readdirSync(path)) own(join(path, name), owner);
}

/**
 * The first way in which the server program starts and may write into the folder.
 * @param {string} dir the folder of the database, which exists @param {string} program a server program to try
 * @returns {RunAs & { own: (path: string) => void }}
 */
export function findWay(dir, program) {
  const reasons = [];
  for (const way of ways(dir)) {
    const run = (file, args) => spawnSync(...way.wrap(file, args), { ...way.options, encoding: 'utf8' });
    if (way.owner) chownSync(dir, way.owner.uid, way.owner.gid);
    const started = run(program, ['--version']);
    const entered =
      started.status === 0 && process.platform !== 'win32' ? run('sh', ['-c', 'cd "$0" && [ -w . ]', dir]) : started;
    if (entered.status === 0) {
      return { ...way, own: (path) => void (way.owner && existsSync(path) && own(path, way.owner)) };
    }
    reasons.push(`${way.name}: ${(entered.error?.message ?? entered.stderr ?? '').trim() || 'no entry'}`);
  }
  throw new Error(
    `PostgreSQL cannot run in ${dir}.\n  ${reasons.join('\n  ')}\n` +
      'Put the project into a folder that other users may enter, set SAMPAN_DATA_DIR, or start as an ordinary user.',
  );
}
