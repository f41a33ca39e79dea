import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Cipher, newId, SystemClock, type Config } from '@sampan/kernel';
import type { Client } from 'pg';
import { pathOfFile } from '../files/files';
import { END_OF_ENTRIES, writeEntry } from './archive-entries';
import type { BackupOutcome } from './backup-run.entity';
import { connectOwner, copyOut, queueSchema, tablesOf, type TableSum } from './copied-tables';
import { fileEntry, MANIFEST, OPENING, tableEntry, type Manifest, type Opening } from './manifest';
import { ArchiveRefused, sealArchive } from './sealed-archive';
import { verifyArchive } from './verify-archive';

const FILES_AT_ONCE = 500;

export interface BackupReport {
  readonly bytes: number;
  readonly rows: number;
  readonly files: number;
  readonly missing: readonly string[];
  readonly damaged: readonly string[];
}

/**
 * Database, queue and files into one sealed archive while the product runs: all rows of one moment. A file is on disk
 * before its row exists, so that the files of that moment are all there, except those that are erased meanwhile.
 */
export const makeBackup = async (config: Config, file: string): Promise<BackupReport> => {
  const clock = new SystemClock();
  const [snapshot, notes] = await Promise.all([connectOwner(config.directDatabaseUrl, config.schema), connectOwner(config.directDatabaseUrl, config.schema)]);
  const id = newId();
  const finish = (outcome: BackupOutcome, report: Partial<BackupReport>, failure: string | null): Promise<unknown> =>
    notes.query('UPDATE backup_run SET finished_at = $2, outcome = $3, bytes = $4, rows = $5, files = $6, failure = $7 WHERE id = $1', [
      id, clock.now(), outcome, report.bytes ?? null, report.rows ?? null, report.files ?? null, failure,
    ]);
  try {
    if (await stat(file).catch(() => null)) {
      throw new ArchiveRefused(`${file} is there already; nothing is overwritten.`);
    }
    await snapshot.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await snapshot.query('SELECT 1');
    await notes.query(`INSERT INTO backup_run (id, kind, started_at, outcome) VALUES ($1, 'backup', $2, 'running')`, [id, clock.now()]);
    const report = await write(config, snapshot, file, clock.now().toISOString()).catch(async (error: Error) => {
      await rm(`${file}.part`, { force: true });
      await finish('failed', {}, error.name).catch(() => undefined);
      throw error;
    });
    await finish(report.missing.length + report.damaged.length > 0 ? 'incomplete' : 'done', report, null);
    return report;
  } finally {
    await Promise.all([snapshot.end(), notes.end()]);
  }
};

/** Written beside, synced, read back in full, and only then given its name. */
const write = async (config: Config, snapshot: Client, file: string, startedAt: string): Promise<BackupReport> => {
  const part = `${file}.part`;
  let manifest: Manifest | undefined;
  const entries = entriesOf(config, snapshot, startedAt, (found) => (manifest = found));
  await pipeline(Readable.from(entries), createGzip({ level: 3 }), sealArchive(config), createWriteStream(part, { mode: 0o600, flags: 'w' }));
  const handle = await open(part, 'r+');
  await handle.sync().finally(() => handle.close());
  await verifyArchive(config, part);
  await rename(part, file);
  const { size } = await stat(file);
  const { rows = 0, files = 0, missing = [], damaged = [] } = manifest ?? {};
  return { bytes: size, rows, files, missing, damaged };
};

const entriesOf = async function* (config: Config, snapshot: Client, startedAt: string, done: (manifest: Manifest) => void): AsyncGenerator<Buffer> {
  const { schema } = config;
  const migrations = (await snapshot.query<{ name: string }>('SELECT name FROM migration ORDER BY id')).rows.map(({ name }) => name);
  const product = await tablesOf(snapshot, 'product', schema);
  const queue = await tablesOf(snapshot, 'queue', schema);
  const opening: Opening = { format: 1, startedAt, migrations, tables: [...product, ...queue], keyIds: new Cipher(config).keyIds };
  yield* writeEntry(OPENING, [Buffer.from(JSON.stringify(opening))]);
  const sums: Record<string, TableSum> = {};
  for (const table of product) {
    yield* writeEntry(tableEntry(table), copyOut(snapshot, schema, table, (sum) => (sums[tableEntry(table)] = sum)));
  }
  const files = { kept: 0, missing: [] as string[], damaged: [] as string[] };
  yield* filesOf(config, snapshot, files);
  for (const table of queue) {
    yield* writeEntry(tableEntry(table), copyOut(snapshot, queueSchema(schema), table, (sum) => (sums[tableEntry(table)] = sum)));
  }
  const { rows: sequences } = await snapshot.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = $1 AND last_value IS NOT NULL AND sequencename NOT LIKE 'migration%'`,
    [schema],
  );
  const rows = Object.values(sums).reduce((sum, table) => sum + table.rows, 0);
  const manifest: Manifest = { tables: sums, sequences, rows, files: files.kept, missing: files.missing, damaged: files.damaged };
  yield* writeEntry(MANIFEST, [Buffer.from(JSON.stringify(manifest))]);
  yield END_OF_ENTRIES;
  done(manifest);
};

const filesOf = async function* ({ dataDir }: Config, snapshot: Client, files: { kept: number; missing: string[]; damaged: string[] }): AsyncGenerator<Buffer> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await snapshot.query<{ id: string; sha256: string }>('SELECT id, sha256 FROM stored_file WHERE id > $1 ORDER BY id LIMIT $2', [after, FILES_AT_ONCE]);
    for (const { id, sha256 } of rows) {
      after = id;
      const path = pathOfFile(dataDir, id);
      if (!(await stat(path).catch(() => null))) {
        files.missing.push(id);
        continue;
      }
      const digest = createHash('sha256');
      const read = async function* (): AsyncGenerator<Buffer> {
        for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
          digest.update(piece);
          yield piece;
        }
      };
      yield* writeEntry(fileEntry(id), read());
      files.kept += 1;
      if (digest.digest('hex') !== sha256) {
        files.damaged.push(id);
      }
    }
    if (rows.length < FILES_AT_ONCE) {
      return;
    }
  }
};
