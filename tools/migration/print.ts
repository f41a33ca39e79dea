import { migrate } from '@sampan/kernel';
import { migrations } from '../../apps/api/src/migrations';
import { entities } from '../../apps/api/src/rooms';
import { schemaDifference } from '../../libs/testing/src/database/schema-difference';
import { testConfig } from '../../libs/testing/src/database/test-config';

/** Migrates an empty database and prints what the entities of a room (or all) still ask for. */
export const print = async (databaseUrl: string, room: string | undefined): Promise<void> => {
  const config = testConfig(databaseUrl);
  await migrate(config, { entities, migrations });
  const statements = await schemaDifference(config, room);
  console.log(statements.length > 0 ? statements.map((statement) => `${statement};`).join('\n') : '-- The migrations and the entities agree.');
};
