import { migrate } from '@sampan/kernel';
import { getMetadataArgsStorage } from 'typeorm';
import { schemaStatements } from '../../apps/api/src/commands/schema-difference';
import { parts, rooms } from '@sampan/rooms';
import { testConfig } from '../../libs/testing/src/database/test-config';

/** Migrates an empty database and prints what the entities of a room (or all) still ask for. */
export const print = async (databaseUrl: string, room: string | undefined): Promise<void> => {
  const config = testConfig(databaseUrl);
  await migrate(config, parts);
  const tables = room ? tablesOf(room) : [];
  const statements = (await schemaStatements(config)).filter((statement) => !room || tables.some((table) => statement.includes(`"${table}"`)));
  console.log(statements.length > 0 ? statements.map((statement) => `${statement};`).join('\n') : '-- The migrations and the entities agree.');
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
