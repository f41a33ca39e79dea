import { readConfig, type Config } from '@sampan/kernel';

/** The settings of a product that runs against this database in a test. */
export const testConfig = (databaseUrl: string, more: Record<string, string> = {}): Config =>
  readConfig({
    DATABASE_URL: databaseUrl,
    SAMPAN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    SAMPAN_DATA_DIR: `tmp/test-files/${process.pid}`,
    LOG_LEVEL: 'silent',
    // Tests of other things sign in by password alone.
    SAMPAN_SECOND_FACTOR: 'optional',
    // One address asks for what a town would.
    SAMPAN_RATE_LIMITS: 'off',
    ...more,
  });
