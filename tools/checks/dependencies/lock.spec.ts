import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

interface Lock {
  allows(expression: string, allowed: ReadonlySet<string>): boolean;
  complaints(manifest: object, lock: { packages: object }): string[];
}

const good = { version: '1.2.3', license: 'MIT', integrity: 'sha512-x' };

describe('what is built on', () => {
  let lock: Lock;

  beforeAll(async () => {
    lock = (await import(pathToFileURL(join(__dirname, 'lock.mjs')).href)) as Lock;
  });

  const about = (one: object, name = 'somebody'): string[] => lock.complaints({}, { packages: { '': {}, [`node_modules/${name}`]: { ...good, ...one } } });

  it('is fine when pinned, hashed and free', () => {
    expect(lock.complaints({ dependencies: { a: '1.2.3', b: '18.4.0-beta.17' } }, { packages: { 'node_modules/a': good } })).toEqual([]);
  });

  it.each(['^1.2.3', '~1.2.3', '*', 'latest', '1.x', 'github:a/b'])('is not fine at version %s', (version) => {
    expect(lock.complaints({ devDependencies: { a: version } }, { packages: {} })).toEqual([`a is not pinned to one version: ${version}`]);
  });

  it.each([
    ['GPL-3.0-or-later', false],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['(MIT AND AGPL-3.0)', false],
    ['SSPL-1.0', false],
    ['SEE LICENSE IN LICENSE.md', false],
  ])('under %s may be used: %s', (license, fine) => {
    expect(about({ license }).length === 0).toBe(fine);
  });

  it('may be under a licence for tables only where it is not handed out', () => {
    expect(about({ license: 'CC-BY-4.0' })).toHaveLength(1);
    expect(about({ license: 'CC-BY-4.0', dev: true })).toEqual([]);
  });

  it.each([[{ license: undefined }], [{ resolved: 'https://somewhere.example/x.tgz' }], [{ integrity: undefined }]])('is complained of with %j', (one) => {
    expect(about(one)).toHaveLength(1);
  });
});
