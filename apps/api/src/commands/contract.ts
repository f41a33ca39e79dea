import { writeFileSync } from 'node:fs';
import { readConfig } from '@sampan/kernel';
import { createApp } from '../create-app';
import { contractOf } from '../http/contract';

/** Needs no database: the product is built, not opened. */
export const contract = async ([file]: readonly string[]): Promise<void> => {
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', SAMPAN_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'), LOG_LEVEL: 'silent' });
  const text = `${JSON.stringify(contractOf(await createApp(config)), null, 2)}\n`;
  if (file) {
    writeFileSync(file, text);
  } else {
    process.stdout.write(text);
  }
};
