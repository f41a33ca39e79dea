const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = join(__dirname, '../../../..');

/**
 * One PostgreSQL for all tests: the one of TEST_DATABASE_URL, else an embedded one in tmp/test-postgres. It forgets to
 * write to the disk in time, which no test needs, and stays for the next run.
 */
module.exports = async () => {
  const { startTestServer } = await import(pathToFileURL(join(root, 'tools/postgres/test-server.mjs')).href);
  const { url } = await startTestServer();
  process.env.SAMPAN_TEST_SERVER = url;
  process.env.SAMPAN_TEST_RUN = String(process.pid);
};
