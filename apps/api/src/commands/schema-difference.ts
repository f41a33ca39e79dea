import { configOfProcess, dataSourceOptions, type Config } from '@sampan/kernel';
import { DataSource } from 'typeorm';
import { parts } from '../rooms';

/** The statements that would bring the migrated database to the entities. Empty when both say the same. */
export const schemaStatements = async (config: Pick<Config, 'databaseUrl' | 'schema'>): Promise<string[]> => {
  const dataSource = await new DataSource(dataSourceOptions(config, parts, 'owner', 2)).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
};

export const schemaDifference = async (): Promise<void> => {
  for (const statement of await schemaStatements(configOfProcess())) {
    console.log(`${statement};`);
  }
};
