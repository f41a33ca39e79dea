import { configOfProcess, dataSourceOptions, type Config } from '@sampan/kernel';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { parts, rooms } from '../rooms';

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

export const schemaDifference = async ([room]: readonly string[]): Promise<void> => {
  const tables = room ? tablesOf(room) : null;
  const statements = await schemaStatements(configOfProcess());
  for (const statement of statements.filter((one) => !tables || tables.some((table) => one.includes(`"${table}"`)))) {
    console.log(`${statement};`);
  }
};

const tablesOf = (name: string): string[] => {
  const room = rooms.find((module) => module.name.toLowerCase() === `${name}module`);
  if (!room) {
    throw new Error(`There is no room "${name}". Rooms: ${rooms.map((module) => module.name.replace(/Module$/, '').toLowerCase()).join(', ')}.`);
  }
  return getMetadataArgsStorage()
    .tables.filter(({ target }) => room.entities.some((entity) => entity === target))
    .map((table) => table.name ?? '');
};
