const { mkdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const product = pathToFileURL(join(__dirname, '../../../../tools/test/product.mjs')).href;

/** One api with its worker and one empty database for all HTTP tests; each test makes its own rows. */
module.exports = async () => {
  const { startProduct } = await import(product);
  const refusals = join(__dirname, '../../../../tmp/test-results/refusals');
  rmSync(refusals, { recursive: true, force: true });
  mkdirSync(refusals, { recursive: true });
  process.env.SAMPAN_HTTP_REFUSALS = refusals;
  // At `debug` the log says all that it ever says: the tear-down looks through it for people.
  const running = await startProduct('http', { environment: { LOG_LEVEL: 'debug' } });
  globalThis.__product = running;
  process.env.SAMPAN_HTTP_URL = running.url;
  process.env.SAMPAN_HTTP_DATABASE = running.databaseUrl;
  process.env.SAMPAN_HTTP_LOG = running.logFile;
  // For the few tests that start products of their own.
  process.env.SAMPAN_TEST_SERVER = running.serverUrl;
  process.env.SAMPAN_TEST_RUN = String(process.pid);
};
