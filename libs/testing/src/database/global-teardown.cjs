const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = join(__dirname, '../../../..');

/** What a spec file left behind because it failed early. The server itself stays for the next run. */
module.exports = async () => {
  const { dropTestDatabases } = await import(pathToFileURL(join(root, 'tools/postgres/test-server.mjs')).href);
  await dropTestDatabases(process.env.SAMPAN_TEST_SERVER, (run) => run === process.pid);
};
