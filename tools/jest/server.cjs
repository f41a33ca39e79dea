const { compilerOptions } = require('../../tsconfig.json');

/** The same aliases as the compiler's, so that there is one list of doors. */
const doors = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([door, [file]]) => [`^${door}$`, `<rootDir>/${file.slice(2)}`]),
);

/** Jest stays CommonJS through SWC; Nest 12 is ESM and is loaded with --experimental-vm-modules. */
module.exports = {
  displayName: 'server',
  rootDir: `${__dirname}/../..`,
  roots: ['<rootDir>/libs/server', '<rootDir>/libs/testing', '<rootDir>/apps/api', '<rootDir>/tools'],
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  moduleNameMapper: doors,
  globalSetup: '<rootDir>/libs/testing/src/database/global-setup.cjs',
  globalTeardown: '<rootDir>/libs/testing/src/database/global-teardown.cjs',
  setupFiles: ['<rootDir>/tools/jest/reflect-metadata.cjs'],
  testTimeout: 30_000,
  maxWorkers: 2,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
