export { createEmptyTestDatabase, createTestDatabase, testDatabase, type TestDatabase } from './database/test-database';
export { testConfig } from './database/test-config';
export { testApp, type TestApp } from './app/test-app';
