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

/** Everything but rewriting history: tables whose trigger refuses changes lose UPDATE and DELETE. */
const grant = async (dataSource: DataSource, schema: string): Promise<void> => {
  const role = workingRole(schema);
  await dataSource.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
  await dataSource.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
  const rows = (await dataSource.query(
    `SELECT event_object_table AS name FROM information_schema.triggers
     WHERE event_object_schema = $1 AND action_statement LIKE '%refuse_change()%' GROUP BY 1`,
    [schema],
  )) as { name: string }[];
  for (const { name } of rows) {
    await dataSource.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${schema}.${name} FROM ${role}`);
  }
};
