const { compilerOptions } = require('../../tsconfig.json');
const doors = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([door, [file]]) => [`^${door}$`, `<rootDir>/${file.slice(2)}`]),
);
module.exports = {
  displayName: 'web',
  rootDir: `${__dirname}/../..`,
  roots: ['<rootDir>/apps/web', '<rootDir>/libs/web'],
  preset: 'jest-preset-angular',
  setupFilesAfterEnv: ['<rootDir>/apps/web/src/test-setup.ts'],
  moduleNameMapper: doors,
  maxWorkers: 2,
  // These ship ES modules only, one of them without saying so in its ending.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@angular/common/locales/.*\\.js$|@jsverse/))'],
  transform: {
    '^.+\\.(ts|mjs|js|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/apps/web/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
};
