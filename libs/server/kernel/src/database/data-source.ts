import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { Config } from '../config/config';
import type { Patience } from '../config/patience';
import { SnakeNaming } from './naming';

export type EntityClass = (new () => object) | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseParts {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

/** The role under which the product works: it may not change or delete audit rows. */
export const workingRole = (schema: string): string => `${schema}_work`;

/**
 * The connection settings of the product. `as: 'work'` enters the working role on every connection, by the start-up
 * options and not by a statement, so that no query depends on what an earlier one set; `as: 'owner'` is for migrations,
 * which may take as long as they need.
 */
export const dataSourceOptions = (
  config: Pick<Config, 'databaseUrl' | 'schema'> & Partial<Pick<Config, 'patience'>>,
  parts: DatabaseParts,
  as: 'owner' | 'work',
  poolSize = 16,
): DataSourceOptions => ({
  type: 'postgres',
  url: config.databaseUrl,
  schema: config.schema,
  entities: [...parts.entities],
  migrations: [...parts.migrations],
  migrationsTableName: 'migration',
  migrationsTransactionMode: 'each',
  namingStrategy: new SnakeNaming(),
  invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  synchronize: false,
  installExtensions: false,
  extra: {
    max: poolSize,
    keepAlive: true,
    ...(config.patience ? { connectionTimeoutMillis: config.patience.connect * 1_000 } : {}),
    options: [`-c search_path=${config.schema},extensions`, ...(as === 'work' ? [`-c role=${workingRole(config.schema)}`, ...limits(config.patience)] : [])].join(' '),
    application_name: `sampan-${as}`,
  },
});

const limits = (patience: Patience | undefined): string[] =>
  patience ? [`-c statement_timeout=${patience.statement}s`, `-c lock_timeout=${patience.lock}s`] : [];

export const createDataSource = (config: Config, parts: DatabaseParts): DataSource =>
  new DataSource(dataSourceOptions(config, parts, 'work'));
