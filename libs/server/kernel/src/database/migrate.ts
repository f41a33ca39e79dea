import { DataSource } from 'typeorm';
import type { Config } from '../config/config';
import { prepareQueue } from '../events/queue';
import { dataSourceOptions, workingRole, type DatabaseParts } from './data-source';

const LOCK = 7_266_226;

/**
 * Brings the database to today's shape: schema, extensions, working role, migrations. Safe to run from two processes at
 * once (an advisory lock) and again and again. Throws with a clear sentence when the database cannot serve the product.
 */
export const migrate = async (config: Pick<Config, 'directDatabaseUrl' | 'schema'>, parts: DatabaseParts): Promise<void> => {
  const dataSource = await new DataSource(dataSourceOptions({ ...config, databaseUrl: config.directDatabaseUrl }, parts, 'owner', 4)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await prepare(dataSource, config.schema);
    await dataSource.runMigrations();
    await grant(dataSource, config.schema);
    await prepareQueue(config);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
};

/** Builds the tables in a schema of the given name, by the migrations of `parts` only; without rights and queue. For a restore, which calls {@link takePlace} when it is filled. */
export const buildSchema = async (databaseUrl: string, schema: string, parts: DatabaseParts): Promise<void> => {
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl, schema }, parts, 'owner', 2)).initialize();
  try {
    await prepare(dataSource, schema);
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
};

const prepare = async (dataSource: DataSource, schema: string): Promise<void> => {
  const [{ version }] = (await dataSource.query(`SELECT current_setting('server_version_num')::int AS version`)) as [{ version: number }];
  if (version < 150_000) {
    throw new Error('Sampan needs PostgreSQL 15 or later.');
  }
  await dataSource.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await dataSource.query('CREATE SCHEMA IF NOT EXISTS extensions');
  await dataSource.query('CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA extensions');
  const [{ trigrams }] = (await dataSource.query(`SELECT cardinality(show_trgm('សុខ')) AS trigrams`)) as [{ trigrams: number }];
  if (trigrams === 0) {
    throw new Error('The database runs without a UTF-8 character type: Khmer, Thai and Chinese names could not be searched. Create it with LC_CTYPE "C.UTF-8".');
  }
  const role = workingRole(schema);
  const [{ exists }] = (await dataSource.query('SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS exists', [role])) as [{ exists: boolean }];
  if (!exists) {
    await dataSource.query(`CREATE ROLE ${role} NOLOGIN`);
  }
  await dataSource.query(`GRANT ${role} TO CURRENT_USER`);
  await dataSource.query(`GRANT USAGE ON SCHEMA ${schema}, extensions TO ${role}`);
};

type Query = (statement: string, values?: unknown[]) => Promise<{ rows: Record<string, string>[] }>;

/**
 * Gives a filled schema the product's name, inside the caller's transaction: what its functions say of their schema and
 * of the working role goes with it. The role of the former name stays behind without rights: another database of the
 * same server may be using it at this moment.
 */
export const takePlace = async (query: Query, from: string, to: string): Promise<void> => {
  const { rows: roles } = await query('SELECT rolname AS name FROM pg_roles WHERE rolname = $1', [workingRole(to)]);
  if (roles.length === 0) {
    await query(`CREATE ROLE ${workingRole(to)} NOLOGIN`);
  }
  const { rows } = await query(
    `SELECT p.oid::regprocedure::text AS function, p.prokind::text AS kind, array_to_string(p.proconfig, chr(10)) AS settings, coalesce(has_function_privilege($2, p.oid, 'EXECUTE') AND p.proacl IS NOT NULL, false)::text AS granted
     FROM pg_proc p WHERE p.pronamespace = $1::regnamespace AND p.prokind IN ('f', 'p')`,
    [from, workingRole(from)],
  );
  for (const { function: name, settings, granted } of rows) {
    const path = settings?.split('\n').find((setting) => setting.startsWith(`search_path=${from}`));
    if (path) {
      await query(`ALTER ROUTINE ${name} SET search_path = ${path.slice('search_path='.length).replace(from, to)}`);
    }
    if (granted === 'true') {
      await query(`GRANT EXECUTE ON ROUTINE ${name} TO ${workingRole(to)}`);
    }
  }
  await query(`DROP OWNED BY ${workingRole(from)}`);
  await query(`ALTER SCHEMA ${from} RENAME TO ${to}`);
};

/** Everything but rewriting history: tables whose trigger refuses changes lose UPDATE and DELETE. */
const grant = async (dataSource: DataSource, schema: string): Promise<void> => {
  const role = workingRole(schema);
  await dataSource.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
  await dataSource.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
  const rows = (await dataSource.query(
    `SELECT event_object_table AS name FROM information_schema.triggers
     WHERE event_object_schema = $1 AND action_statement LIKE '%refuse_change%(%' GROUP BY 1`,
    [schema],
  )) as { name: string }[];
  for (const { name } of rows) {
    await dataSource.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${schema}.${name} FROM ${role}`);
  }
};
