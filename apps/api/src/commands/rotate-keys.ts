import { configOfProcess } from '@sampan/kernel';
import { rotateKeys } from '@sampan/platform';
import { parts } from '../rooms';

export const rotate = async (): Promise<void> => {
  const { left } = await rotateKeys(configOfProcess(), parts, (line) => console.log(line));
  if (left > 0) {
    throw new Error(`${left} rows were sealed with a former key while this ran. Restart every process with the new key, then run rotate-keys again.`);
  }
  console.log('Everything is sealed with SAMPAN_ENCRYPTION_KEY. SAMPAN_PREVIOUS_ENCRYPTION_KEYS is not needed by the database any more; archives made before need the former key.');
};
