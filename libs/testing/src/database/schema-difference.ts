import { DataSource } from 'typeorm';
import { dataSourceOptions, type Config } from '@sampan/kernel';
import { parts, rooms } from '@sampan/rooms';

/**
 * The SQL that would bring a migrated database to the shape the entities describe; none when they agree.
 * @param room only the tables of this room
 */
export const schemaDifference = async (config: Config, room?: string): Promise<string[]> => {
  const dataSource = await new DataSource(dataSourceOptions(config, parts, 'owner', 2)).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const statements = upQueries.map(({ query }) => query.trim());
    return room ? statements.filter((statement) => tablesOf(dataSource, room).some((table) => statement.includes(`"${table}"`))) : statements;
  } finally {
    await dataSource.destroy();
  }
};

const tablesOf = (dataSource: DataSource, name: string): string[] => {
  const room = rooms.find((module) => module.name.toLowerCase() === `${name}module`);
  if (!room) {
    throw new Error(`There is no room "${name}". Rooms: ${rooms.map((module) => module.name.replace(/Module$/, '').toLowerCase()).join(', ')}.`);
  }
  return room.entities.map((entity) => dataSource.getMetadata(entity).tableName);
};
