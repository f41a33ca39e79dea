/**
 * `npm run contract` writes what the server promises (libs/contract/openapi.json) and the web's client generated from it
 * (libs/web/client/src). `-- --check` changes nothing and fails when either is not what would be written.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { install, pinnedNode, programOf, root, run, toolEnvironment } from './start/project.mjs';

const CONTRACT = join(root, 'libs', 'contract', 'openapi.json');
const CLIENT = join(root, 'libs', 'web', 'client', 'src');
const SETTINGS = join(root, 'libs', 'web', 'client', 'ng-openapi-gen.json');

/** @param {string[]} args a program of ours under the pinned Node; its output is shown only when it fails */
async function must(...args) {
  const { code, output } = await run(pinnedNode(), args, { env: toolEnvironment(), stdio: 'pipe' });
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
}

/** @param {string} contract @param {string} client where to write */
async function write(contract, client) {
  await must(programOf('rolldown'), '-c', 'apps/api/rolldown.config.mjs', '--logLevel', 'silent');
  await must('dist/apps/api/admin.mjs', 'contract', contract);
  await must(programOf('ng-openapi-gen'), '--config', SETTINGS, '--input', contract, '--output', client);
}

/** @param {string} dir @returns {Map<string, string>} every file's text by its path */
function textsOf(dir) {
  const names = existsSync(dir) ? /** @type {string[]} */ (readdirSync(dir, { recursive: true })) : [];
  return new Map(
    names
      .sort()
      .filter((name) => statSync(join(dir, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, name), 'utf8')]),
  );
}

/** @returns {Promise<string[]>} the files that are not what they should be */
async function differences() {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  const dir = mkdtempSync(join(root, 'tmp', 'contract-'));
  try {
    const [contract, client] = [join(dir, 'openapi.json'), join(dir, 'client')];
    await write(contract, client);
    const [committed, fresh] = [textsOf(CLIENT), textsOf(client)];
    const files = [...new Set([...committed.keys(), ...fresh.keys()])].filter(
      (name) => committed.get(name) !== fresh.get(name),
    );
    const same = existsSync(CONTRACT) && readFileSync(CONTRACT, 'utf8') === readFileSync(contract, 'utf8');
    return [...(same ? [] : [CONTRACT]), ...files.map((name) => join(CLIENT, name))].map((file) =>
      relative(root, file),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

await install(console.error);
if (process.argv.includes('--check')) {
  const files = await differences();
  if (files.length > 0) {
    console.error(
      `These files are not what the server promises; run "npm run contract":\n  ${files.slice(0, 20).join('\n  ')}`,
    );
    process.exitCode = 1;
  }
} else {
  mkdirSync(join(root, 'libs', 'contract'), { recursive: true });
  await write(CONTRACT, CLIENT);
}
