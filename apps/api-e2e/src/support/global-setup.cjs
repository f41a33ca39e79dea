const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const product = pathToFileURL(join(__dirname, '../../../../tools/test/product.mjs')).href;

/** One api with its worker and one empty database for all HTTP tests; each test makes its own rows. */
module.exports = async () => {
  const { startProduct } = await import(product);
  const running = await startProduct('http');
  globalThis.__product = running;
  process.env.SAMPAN_HTTP_URL = running.url;
  process.env.SAMPAN_HTTP_DATABASE = running.databaseUrl;
  process.env.SAMPAN_HTTP_LOG = running.logFile;
  // For the few tests that start products of their own.
  process.env.SAMPAN_TEST_SERVER = running.serverUrl;
  process.env.SAMPAN_TEST_RUN = String(process.pid);
};
