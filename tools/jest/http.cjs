/** HTTP tests: one api process and one database for the whole run, started by the global set-up. */
const server = require('./server.cjs');
module.exports = {
  ...server,
  displayName: 'http',
  roots: ['<rootDir>/apps/api-e2e'],
  testMatch: ['**/*.http.spec.ts'],
  globalSetup: '<rootDir>/apps/api-e2e/src/support/global-setup.cjs',
  globalTeardown: '<rootDir>/apps/api-e2e/src/support/global-teardown.cjs',
  testTimeout: 60_000,
};
