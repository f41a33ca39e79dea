/** A streaming copy of an embedded PostgreSQL. The package brings no pg_basebackup, so the files are copied between the two calls that PostgreSQL offers for it. */
import { appendFileSync, chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { startEmbedded } from './embedded.mjs';

/** Made anew by the server that uses the files; everything else is copied. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_replslot', 'pg_stat_tmp', 'pg_wal']);

/**
 * Copies the primary while it works, and follows it from then on. The primary must keep enough of its log for the time of
 * the copying (`wal_keep_size`).
 * @param {string} dir where the copy lives; empty, or a copy that was made before
 * @param {{ url: string, dir: string }} primary an embedded server on this machine
 * @param {{ settings?: Record<string, string> }} [options]
 */
export async function startReplica(dir, primary, { settings = {} } = {}) {
  if (!existsSync(join(dir, 'data', 'PG_VERSION'))) await copy(dir, primary);
  return startEmbedded(dir, { shared: true, settings: { hot_standby: 'on', ...settings } });
}

/** @param {string} dir @param {{ url: string, dir: string }} primary */
async function copy(dir, primary) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  const data = join(dir, 'data');
  try {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    await client.query(`SELECT pg_backup_start('a replica', fast => true)`);
    cpSync(join(primary.dir, 'data'), data, { recursive: true, filter: (file) => !LEFT_OUT.has(basename(file)) });
    for (const empty of ['pg_wal', 'pg_replslot', 'pg_stat_tmp']) mkdirSync(join(data, empty));
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)');
    writeFileSync(join(data, 'backup_label'), rows[0].labelfile);
  } finally {
    await client.end();
  }
  const { hostname, port, username, password } = new URL(primary.url);
  const follow = `host=${hostname} port=${port} user=${username} password=${password}`;
  appendFileSync(join(data, 'postgresql.auto.conf'), `\nprimary_conninfo = '${follow}'\n`);
  writeFileSync(join(data, 'standby.signal'), '');
  chmodSync(data, 0o700);
  // The same cluster, so the same password.
  copyFileSync(join(primary.dir, 'password'), join(dir, 'password'));
}
