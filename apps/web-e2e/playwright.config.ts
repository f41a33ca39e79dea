import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS } from './src/support/chromium-flags';

/** One product with the demo for all journeys, started by the global set-up; Chromium as `node tools/chromium.mjs` finds it. */
export default defineConfig({
  testDir: './src',
  // What the journeys left behind is searched when all of them are over, also when one of them failed.
  projects: [
    { name: 'journeys', testMatch: '**/*.spec.ts', teardown: 'privacy' },
    { name: 'privacy', testMatch: '**/*.privacy.ts', retries: 0 },
  ],
  outputDir: '../../tmp/browser-results',
  globalSetup: './src/support/global-setup.mjs',
  workers: 2,
  timeout: 90_000,
  // A machine that stutters is not a fault of the product; what passed only at the second try is listed as flaky.
  retries: 1,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: process.env['SAMPAN_E2E_URL'],
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: CHROMIUM_FLAGS },
    locale: 'en-GB',
    timezoneId: 'Asia/Bangkok',
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
  },
});
