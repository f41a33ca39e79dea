import { configOfProcess, migrate } from '@sampan/kernel';
import { parts } from '../rooms';

export const migrateDatabase = async (): Promise<void> => {
  await migrate(configOfProcess(), parts);
  console.log('The database has the shape of this version.');
};
