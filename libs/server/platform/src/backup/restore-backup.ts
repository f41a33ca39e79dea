import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buildSchema, Cipher, migrate, newId, prepareQueue, SystemClock, takePlace, type Config, type DatabaseParts } from '@sampan/kernel';
import type { Client } from 'pg';
import { pathOfFile } from '../files/files';
import type { Entry } from './archive-entries';
import { connectOwner, copyIn, queueSchema, sumOf, tableIn, tablesOf, type CopiedTable } from './copied-tables';
import { tableEntry, type Manifest, type Opening } from './manifest';
import { ArchiveRefused } from './sealed-archive';
import { entriesIn, verifyArchive } from './verify-archive';

export interface RestoreReport {
  readonly startedAt: string;
  readonly rows: number;
  readonly files: number;
  readonly missing: readonly string[];
  readonly damaged: readonly string[];
  /** Where the former data is, when there was some. */
  readonly formerSchema: string | null;
}

export interface RestoreOptions {
  /** Whether a database with accounts may be put aside for the restored one. */
  readonly replace: boolean;
}

/**
 * The whole archive is proven before the database is touched; then it is loaded into a schema beside the product's, brought
 * to today's shape, and put in its place in one transaction. Until that nothing is changed, whatever goes wrong.
 */
export const restoreBackup = async (config: Config, parts: DatabaseParts, file: string, { replace }: RestoreOptions): Promise<RestoreReport> => {
  const { opening, manifest } = await verifyArchive(config, file);
  refuseUnknown(config, parts, opening);
  const { schema, directDatabaseUrl } = config;
  const owner = await connectOwner(directDatabaseUrl, schema);
  const staging = `${schema}_restoring`;
  const filesBeside = join(config.dataDir, 'files-restoring');
  try {
    await refuseInUse(owner);
    const isFull = await hasAccounts(owner, schema);
    if (isFull && !replace) {
      throw new ArchiveRefused('The database is not empty: somebody has an account there. With --replace it is put aside under another name.');
    }
    await owner.query(`DROP SCHEMA IF EXISTS ${staging} CASCADE`);
    await rm(filesBeside, { recursive: true, force: true });
    await buildSchema(directDatabaseUrl, staging, { ...parts, migrations: parts.migrations.filter((migration) => opening.migrations.includes(new migration().name ?? migration.name)) });
    await prepareQueue({ directDatabaseUrl, schema }, 'without rights');
    const formerSchema = isFull ? `${schema}_before_${new SystemClock().now().toISOString().replace(/\D/g, '').slice(0, 14)}` : null;
    await load({ config, parts, owner, staging, filesBeside, opening, manifest, formerSchema }, file);
    await migrate(config, parts);
    await noteRestore(owner, manifest);
    return { startedAt: opening.startedAt, rows: manifest.rows, files: manifest.files, missing: manifest.missing, damaged: manifest.damaged, formerSchema };
  } finally {
    await owner.query('ROLLBACK').catch(() => undefined);
    await owner.query(`DROP SCHEMA IF EXISTS ${staging} CASCADE`).catch(() => undefined);
    await rm(filesBeside, { recursive: true, force: true });
    await owner.end();
  }
};

const refuseUnknown = (config: Config, { migrations }: DatabaseParts, opening: Opening): void => {
  const known = new Set(migrations.map((migration) => new migration().name ?? migration.name));
  const unknown = opening.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new ArchiveRefused(`The archive was made by a later version of Sampan (${unknown.join(', ')}). Restore it with that version.`);
  }
  const { keyIds } = new Cipher(config);
  const [writing] = opening.keyIds;
  // Knowing only a key from before a rotation is not enough: what was written since is sealed with this one.
  if (writing === undefined || !keyIds.includes(writing)) {
    throw new ArchiveRefused(`The data in the archive is sealed with the encryption key ${writing}; SAMPAN_ENCRYPTION_KEY is ${keyIds[0]}. Without the right one it could not be read.`);
  }
};

const refuseInUse = async (owner: Client): Promise<void> => {
  const { rowCount } = await owner.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name IN ('sampan-work', 'sampan-queue')`);
  if (rowCount) {
    throw new ArchiveRefused('The product is running on this database. Stop it first.');
  }
};

const hasAccounts = async (owner: Client, schema: string): Promise<boolean> => {
  const { rows } = await owner.query<{ exists: boolean }>('SELECT to_regclass($1) IS NOT NULL AS exists', [`${schema}.app_user`]);
  return rows[0]?.exists === true && ((await owner.query(`SELECT 1 FROM ${schema}.app_user LIMIT 1`)).rowCount ?? 0) > 0;
};

interface Load {
  readonly config: Config;
  readonly parts: DatabaseParts;
  readonly owner: Client;
  readonly staging: string;
  readonly filesBeside: string;
  readonly opening: Opening;
  readonly manifest: Manifest;
  readonly formerSchema: string | null;
}

const load = async (all: Load, file: string): Promise<void> => {
  const { config, parts, owner, staging, opening, manifest, formerSchema } = all;
  const foreignKeys = await prepareTables(owner, staging);
  let queueIsOpen = false;
  for await (const entry of entriesIn(config, file)) {
    const table = opening.tables.find((one) => tableEntry(one) === entry.name);
    if (table?.place === 'queue' && !queueIsOpen) {
      await finishTables(owner, staging, foreignKeys, manifest, opening);
      await buildSchema(config.directDatabaseUrl, staging, parts);
      await owner.query('BEGIN');
      await emptyQueue(owner, config.schema);
      queueIsOpen = true;
    }
    if (table) {
      await copyIn(owner, table.place === 'product' ? staging : queueSchema(config.schema), table, entry.pieces);
    } else if (entry.name.startsWith('file/')) {
      await loadFile(all, entry);
    } else {
      for await (const _ of entry.pieces);
    }
  }
  await moveFiles(all);
  await owner.query(formerSchema ? `ALTER SCHEMA ${config.schema} RENAME TO ${formerSchema}` : `DROP SCHEMA IF EXISTS ${config.schema} CASCADE`);
  await takePlace((statement, values) => owner.query(statement, values), staging, config.schema);
  await owner.query('COMMIT');
};

/** Rows come in any order and are not changed on the way: no foreign keys and no triggers of ours meanwhile, and nothing that a migration wrote. */
const prepareTables = async (owner: Client, staging: string): Promise<string[]> => {
  await owner.query(`SET search_path = ${staging}, extensions`);
  const { rows: keys } = await owner.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', $1::text, c.relname, k.conname) AS drop,
       format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', $1::text, c.relname, k.conname, pg_get_constraintdef(k.oid)) AS add
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND k.contype = 'f'`,
    [staging],
  );
  await owner.query('BEGIN');
  for (const { drop } of keys) {
    await owner.query(drop);
  }
  const tables = await tablesOf(owner, 'product', staging);
  for (const { name } of tables) {
    await owner.query(`ALTER TABLE ${tableIn(staging, name)} DISABLE TRIGGER USER`);
  }
  await owner.query(`TRUNCATE ${tables.map(({ name }) => tableIn(staging, name)).join(', ')}`);
  return keys.map(({ add }) => add);
};

/** Every table is read back and compared with what the archive says before its triggers and keys are on guard again. */
const finishTables = async (owner: Client, staging: string, foreignKeys: readonly string[], manifest: Manifest, opening: Opening): Promise<void> => {
  for (const table of opening.tables.filter(({ place }) => place === 'product')) {
    await compare(owner, staging, table, manifest);
    await owner.query(`ALTER TABLE ${tableIn(staging, table.name)} ENABLE TRIGGER USER`);
  }
  for (const add of foreignKeys) {
    await owner.query(add);
  }
  for (const { name, last } of manifest.sequences) {
    await owner.query(`SELECT setval($1::regclass, $2)`, [tableIn(staging, name), last]);
  }
  await owner.query('COMMIT');
};

const compare = async (owner: Client, staging: string, table: CopiedTable, manifest: Manifest): Promise<void> => {
  const expected = manifest.tables[tableEntry(table)];
  const found = await sumOf(owner, staging, table);
  if (found.rows !== expected?.rows || found.sha256 !== expected.sha256) {
    throw new ArchiveRefused(`The table ${table.name} did not come in as it was: ${found.rows} rows instead of ${expected?.rows ?? 0}.`);
  }
};

const emptyQueue = async (owner: Client, schema: string): Promise<void> => {
  const tables = await tablesOf(owner, 'queue', schema);
  await owner.query(`TRUNCATE ${tables.map(({ name }) => tableIn(queueSchema(schema), name)).join(', ')} CASCADE`);
};

const loadFile = async ({ owner, staging, filesBeside, manifest }: Load, { name, pieces }: Entry): Promise<void> => {
  const id = name.slice('file/'.length);
  if (!/^[0-9a-f-]{36}$/.test(id)) {
    throw new ArchiveRefused('The archive names a file as none is named here.');
  }
  const digest = createHash('sha256');
  const read = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      digest.update(piece);
      yield piece;
    }
  };
  await mkdir(filesBeside, { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(read()), createWriteStream(join(filesBeside, id), { mode: 0o600, flush: true }));
  const { rows } = await owner.query<{ sha256: string }>(`SELECT sha256 FROM ${tableIn(staging, 'stored_file')} WHERE id = $1`, [id]);
  if (rows[0]?.sha256 !== digest.digest('hex') && !manifest.damaged.includes(id)) {
    throw new ArchiveRefused(`The file ${id} did not come in as it was.`);
  }
};

/** Before the rows count: a crash in between leaves files that nobody asks for, never a row without its file. */
const moveFiles = async ({ config, filesBeside }: Load): Promise<void> => {
  for (const id of await readdir(filesBeside).catch(() => [])) {
    const path = pathOfFile(config.dataDir, id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(join(filesBeside, id), path);
  }
};

const noteRestore = async (owner: Client, { rows, files }: Manifest): Promise<void> => {
  const now = new SystemClock().now();
  await owner.query('RESET search_path');
  await owner.query(`INSERT INTO backup_run (id, kind, started_at, finished_at, outcome, rows, files) VALUES ($1, 'restore', $2, $2, 'done', $3, $4)`, [newId(), now, rows, files]);
};
