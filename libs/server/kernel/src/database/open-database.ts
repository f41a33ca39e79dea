import type { DataSource } from 'typeorm';
import type { Config } from '../config/config';
import { workingRole } from './data-source';

/**
 * Connects, and refuses to go on as somebody else than the working role: a pooler in between may have dropped the
 * connection's settings, and then history could be rewritten and another node's schema be first on the path.
 */
export const openDatabase = async (dataSource: DataSource, { schema }: Pick<Config, 'schema'>): Promise<DataSource> => {
  await dataSource.initialize();
  const [found] = (await dataSource.query('SELECT current_user AS role, current_schema() AS schema')) as [{ role: string; schema: string | null }];
  if (found.role !== workingRole(schema) || found.schema !== schema) {
    await dataSource.destroy();
    throw new Error(
      `The connection works as ${found.role} in ${found.schema ?? 'no schema'} instead of ${workingRole(schema)} in ${schema}. ` +
        `If a pooler stands in between, give it: connect_query = 'SET ROLE ${workingRole(schema)}; SET search_path = ${schema}, extensions'.`,
    );
  }
  return dataSource;
};
