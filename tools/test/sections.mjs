/** The sections of `npm test`, in their order. Each counts what passed and failed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getChromium } from '../chromium.mjs';
import { build, pinnedNode, programOf, root, run, toolEnvironment } from '../start/project.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const RESULTS = join(root, 'tmp', 'test-results');
/** Nest 12 is made of ES modules, which Jest loads only with this; the web's preset does not stand it. */
const WITH_MODULES = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/** @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] */
const node = (args, { env, ...options } = {}) =>
  run(pinnedNode(), args, { env: { ...toolEnvironment(), ...env }, ...options });

/** @param {number} passed @param {number} failed @param {number} [skipped] @returns {Count} */
const count = (passed, failed, skipped = 0) => ({ passed, failed, skipped });

/** @param {string} name where a program may write its results, empty @returns {string} */
function resultFile(name) {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file @param {number} code of the program that should have written it @param {(json: any) => Count} read */
function countOf(file, code, read) {
  const result = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : count(0, 0);
  // Something went wrong outside of any single test, in a set-up for example.
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** One check for each project. Nx lists the failed ones at its end, also those that it knows from its cache. */
async function lint() {
  const { output: listed } = await node([programOf('nx'), 'show', 'projects', '--with-target', 'lint', '--json'], {
    stdio: 'pipe',
  });
  const projects = /** @type {string[]} */ (JSON.parse(listed.slice(listed.indexOf('['))));
  const { code, output } = await node([programOf('nx'), 'run-many', '-t', 'lint', '--outputStyle=static'], {
    stdio: 'pipe',
  });
  const failed = projects.filter((project) =>
    new RegExp(`^\\s*[-✖]\\s+(nx run )?${project}:lint\\b`, 'm').test(output),
  );
  if (code !== 0) console.log(output);
  return count(projects.length - failed.length, Math.max(failed.length, code === 0 ? 0 : 1));
}

/** The compiler on the whole server, the whole web and the journeys and the tools, side by side. */
async function types() {
  const configs = [
    'apps/api/tsconfig.json',
    'apps/web/tsconfig.spec.json',
    'apps/web-e2e/tsconfig.json',
    'tools/tsconfig.json',
  ];
  const results = await Promise.all(
    configs.map((config) => node([programOf('typescript', 'tsc'), '-p', config, '--noEmit'], { stdio: 'pipe' })),
  );
  for (const { output } of results) if (output) console.log(output);
  const failed = results.filter(({ code }) => code !== 0).length;
  return count(results.length - failed, failed);
}

/** @param {string} name of a configuration in tools/jest @param {NodeJS.ProcessEnv} [env] */
async function jest(name, env) {
  const file = resultFile(name);
  const { code } = await node([programOf('jest'), '-c', `tools/jest/${name}.cjs`, '--json', `--outputFile=${file}`], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return countOf(file, code, (json) =>
    count(json.numPassedTests, json.numFailedTests + json.numRuntimeErrorTestSuites, json.numPendingTests),
  );
}

/** Each script in tools/checks is one check. */
async function checks() {
  let [passed, failed] = [0, 0];
  for (const name of readdirSync(join(root, 'tools', 'checks'))
    .filter((file) => file.endsWith('.mjs'))
    .sort()) {
    const { code, output } = await node([join('tools', 'checks', name)], { stdio: 'pipe' });
    console.log(`  ${code === 0 ? '✔' : '✖'} ${name.replace(/\.mjs$/, '')}`);
    if (code !== 0) console.log(output);
    if (code === 0) passed += 1;
    else failed += 1;
  }
  return count(passed, failed);
}

async function browser() {
  const chromium = getChromium({ system: true });
  if (!chromium) throw new Error('There is no Chromium, and none could be installed.');
  const file = resultFile('browser');
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { code } = await node(
    [
      programOf('@playwright/test', 'playwright'),
      'test',
      '-c',
      'apps/web-e2e/playwright.config.ts',
      '--reporter=list,json',
    ],
    { env },
  );
  return countOf(file, code, ({ stats, errors }) =>
    count(stats.expected + stats.flaky, stats.unexpected + errors.length, stats.skipped),
  );
}

/** @type {{ name: string, title: string, check: () => Promise<Count> }[]} */
export const sections = [
  { name: 'lint', title: 'Lint and boundaries', check: lint },
  { name: 'types', title: 'Types', check: types },
  { name: 'build', title: 'Build', check: () => build(console.log).then(() => count(1, 0)) },
  { name: 'checks', title: 'Drift checks', check: checks },
  { name: 'server', title: 'Server: rules and database', check: () => jest('server', { NODE_OPTIONS: WITH_MODULES }) },
  { name: 'web', title: 'Web: components', check: () => jest('web') },
  { name: 'http', title: 'HTTP', check: () => jest('http', { NODE_OPTIONS: WITH_MODULES }) },
  { name: 'browser', title: 'Browser', check: browser },
];
