/** The demo on the first start, and its sign-ins on every start. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, Refusal, root, runStep } from './project.mjs';
import { mark, marked } from './data-folder.mjs';

const LOADER = join(root, 'tools', 'demo.mjs');

/** Marks in the data folder: loading has begun; it came to its end. */
const HALF = 'demo-begun';
const WHOLE = 'demo-loaded';

const ACCOUNTS = {
  registrar: 'registers people and takes their consent',
  instructor: 'keeps the registers of the courses',
  manager: 'runs a centre',
  placement: 'finds safe jobs and follows up',
  socialworker: 'helps people at risk',
  supervisor: 'leads the social workers of a centre',
  steward: 'decides about duplicates and imports',
  analyst: 'prepares the figures',
  approver: 'releases the figures',
  liaison: 'works across the border',
  admin: 'looks after users and settings',
};

/** @param {string} password */
export const signIns = (password) =>
  [
    `Demo sign-ins, all with the password  ${password}`,
    ...Object.entries(ACCOUNTS).map(([name, what]) => `  ${`${name}@demo.sampan.example`.padEnd(38)}${what}`),
    '',
  ].join('\n');

/**
 * Loads the demo unless it is there. The loader migrates and looks into the database itself; the mark
 * only spares its start.
 * @param {string} dir @param {Record<string, string | undefined>} environment
 * @param {{ password: string, changed: boolean }} password @param {(line: string) => void} say
 * @param {() => Promise<void>} [empty] empties the database, which nobody has used before the demo was whole
 */
export async function loadDemo(dir, environment, { password, changed }, say, empty) {
  const { host, pathname } = new URL(environment.DATABASE_URL ?? '');
  const loadedInto = process.env.DATABASE_URL
    ? createHash('sha256')
        .update(host + pathname)
        .digest('hex')
    : 'embedded';
  if (!existsSync(LOADER) || (marked(dir, WHOLE) === loadedInto && !changed)) return;
  if (marked(dir, HALF) && !marked(dir, WHOLE)) await empty?.();
  mark(dir, HALF, loadedInto);
  say('Loading the demo: three invented centres, an intake point and about 3,000 invented people…');
  const env = { ...environment, SAMPAN_DEMO_PASSWORD: password };
  const { code } = await runStep(join(dir, 'demo.pid'), pinnedNode(), [LOADER], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (code !== 0) throw new Refusal(`The demo could not be loaded (exit code ${code}).`);
  mark(dir, WHOLE, loadedInto);
}
