/** The settings with which the product's programs run here. */
import { join } from 'node:path';
import { findChromium, packedChromium } from '../chromium.mjs';
import { root } from './project.mjs';

/**
 * @param {{ dir: string, databaseUrl: string, key: string, demo: boolean, host: string, port: number }} known
 * @returns {Record<string, string | undefined>}
 */
export const productEnvironment = ({ dir, databaseUrl, key, demo, host, port }) => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  SAMPAN_DATA_DIR: dir,
  SAMPAN_ENCRYPTION_KEY: key,
  SAMPAN_DEMO: String(demo),
  HOST: host,
  PORT: String(port),
  PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}`,
  SAMPAN_WEB_DIR: process.env.SAMPAN_WEB_DIR || join(root, 'dist', 'apps', 'web', 'browser'),
  LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  CHROMIUM_PATH: findChromium() ?? packedChromium(),
});
