/**
 * Where Chromium is, for PDFs and browser tests. As a program it prints the path, after fetching one if it must:
 * `node tools/chromium.mjs` (packed in npm, changes nothing outside this folder) or, for tests, `--system` as well.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root } from './start/project.mjs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const PACKAGE = '@sparticuz/chromium';
const folder = join(root, 'tmp', 'chromium');

/** The packed Chromium with the libraries that a bare Linux lacks; its fonts only where there are none at all. */
const LAUNCHER = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

/** @returns {string | undefined} one that is already there; costs nothing */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH?.trim();
  return [...(given ? [given] : []), ...USUAL, packedChromium()].find((file) => file && existsSync(file));
}

/** Where the packed one lies as soon as it is unpacked, on machines for which it is packed. @returns {string | undefined} */
export const packedChromium = () =>
  process.platform === 'linux' && process.arch === 'x64' ? join(folder, 'launch') : undefined;

/** Debian's own package, when we may install packages. */
function installByApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium');
  if (!install() && apt('update')) install();
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}

/** npm leaves the package out under a Node older than it wants, though it only has to be unpacked. @param {string} into */
function packageFolder(into) {
  const installed = join(root, 'node_modules', PACKAGE);
  if (existsSync(installed)) return installed;
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies[PACKAGE];
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
    '--prefix',
    into,
    `${PACKAGE}@${version}`,
  ];
  spawnSync('npm', args, { stdio: 'ignore' });
  return join(into, 'node_modules', PACKAGE);
}

/** Unpacks beside and renames, so that a half-unpacked one is never found. */
function unpackFromNpm() {
  const launcher = packedChromium();
  if (!launcher || existsSync(launcher)) return launcher;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const entry = pathToFileURL(join(packageFolder(unfinished), 'build', 'index.js')).href;
  const unpack = `const { default: packed } = await import(${JSON.stringify(entry)}); await packed.executablePath();`;
  // It unpacks into the temporary folder, and its libraries only where it believes to be in that cloud.
  const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const done = spawnSync(pinnedNode(), ['--input-type=module', '-e', unpack], { env, stdio: 'ignore' }).status === 0;
  if (done) {
    writeFileSync(join(unfinished, 'launch'), LAUNCHER);
    for (const file of ['launch', 'chromium']) chmodSync(join(unfinished, file), 0o755);
    rmSync(join(unfinished, 'node_modules'), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  }
  rmSync(unfinished, { recursive: true, force: true });
  return existsSync(launcher) ? launcher : undefined;
}

/** @param {{ system?: boolean }} [options] system: may install the system's own package @returns {string | undefined} */
export const getChromium = ({ system = false } = {}) =>
  findChromium() ?? (system ? installByApt() : undefined) ?? unpackFromNpm();

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const file = getChromium({ system: process.argv.includes('--system') });
  if (file) console.log(file);
  else console.error('There is no Chromium here and none could be fetched. Install one and set CHROMIUM_PATH.');
  process.exitCode = file ? 0 : 1;
}
