import { configOfProcess, migrate } from '@sampan/kernel';
import { migrations } from '../migrations';
import { entities } from '../rooms';

export const migrateDatabase = async (): Promise<void> => {
  await migrate(configOfProcess(), { entities, migrations });
  console.log('The database has the shape of this version.');
};
