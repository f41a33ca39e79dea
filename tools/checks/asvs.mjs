/** The tables of the threat model name every requirement that they must, and nothing that does not exist. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');

/** How many requirements of level 1 and 2 each section of OWASP ASVS 5.0.0 has: "V1.2": those numbers, levels 1 and 2 in order. */
const ASKED = {
  'V1.1': '1-2', 'V1.2': '1-9', 'V1.3': '1-11', 'V1.4': '1-3', 'V1.5': '1-2',
  'V2.1': '1-3', 'V2.2': '1-3', 'V2.3': '1-4', 'V2.4': '1',
  'V3.2': '1-2', 'V3.3': '1-4', 'V3.4': '1-6', 'V3.5': '1-5', 'V3.7': '1-2',
  'V4.1': '1-3', 'V4.2': '1', 'V4.3': '1-2', 'V4.4': '1-4',
  'V5.1': '1', 'V5.2': '1-3', 'V5.3': '1-2', 'V5.4': '1-3',
  'V6.1': '1-3', 'V6.2': '1-12', 'V6.3': '1-4', 'V6.4': '1-4', 'V6.5': '1-5', 'V6.6': '1-3', 'V6.8': '1-4',
  'V7.1': '1-3', 'V7.2': '1-4', 'V7.3': '1-2', 'V7.4': '1-5', 'V7.5': '1-2', 'V7.6': '1-2',
  'V8.1': '1-2', 'V8.2': '1-3', 'V8.3': '1', 'V8.4': '1',
  'V9.1': '1-3', 'V9.2': '1-4',
  'V10.1': '1-2', 'V10.2': '1-2', 'V10.3': '1-4', 'V10.4': '1-11', 'V10.5': '1-5', 'V10.6': '1-2', 'V10.7': '1-3',
  'V11.1': '1-2', 'V11.2': '1-3', 'V11.3': '1-3', 'V11.4': '1-4', 'V11.5': '1', 'V11.6': '1',
  'V12.1': '1-3', 'V12.2': '1-2', 'V12.3': '1-4',
  'V13.1': '1', 'V13.2': '1-5', 'V13.3': '1-2', 'V13.4': '1-5',
  'V14.1': '1-2', 'V14.2': '1-4', 'V14.3': '1-3',
  'V15.1': '1-3', 'V15.2': '1-3', 'V15.3': '1-7',
  'V16.1': '1', 'V16.2': '1-5', 'V16.3': '1-4', 'V16.4': '1-3', 'V16.5': '1-3',
  'V17.1': '1', 'V17.2': '1-4', 'V17.3': '1-2',
};
const STATES = ['met', 'partly', 'operator', 'gap', 'n/a'];

const asked = Object.entries(ASKED).flatMap(([section, range]) => {
  const [from = 1, to = from] = range.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, at) => `${section}.${from + at}`);
});
const rows = [...read('docs/asvs.md').matchAll(/^\| (V[\d.]+) \| ([12]) \| (.+?) \| ([\w/]+) \| (.*) \|$/gm)];
const ids = rows.map(([, id]) => id);
const faults = [
  ...asked.filter((id) => !ids.includes(id)).map((id) => `${id} is missing.`),
  ...ids.filter((id, at) => !asked.includes(id) || ids.indexOf(id) !== at).map((id) => `${id} is not asked for, or stands there twice.`),
  ...rows.filter(([, , , , state]) => !STATES.includes(state)).map(([, id, , , state]) => `${id}: ${state} is no state.`),
  ...rows.filter(([, , , , , shown]) => shown.trim() === '').map(([, id]) => `${id} does not say how it is shown.`),
];

const names = new Set(globSync('{apps,libs,tools,docs}/**/*.{ts,mjs,cjs,md,json}', { cwd: root }).map((file) => basename(file)));
for (const file of ['docs/asvs.md', 'docs/threat-model.md']) {
  for (const [, named = ''] of read(file).matchAll(/`([\w./-]+\.(?:ts|mjs|cjs|md|json))`/g)) {
    if (!existsSync(join(root, named)) && (named.includes('/') || !names.has(named))) faults.push(`${file} names ${named}, which does not exist.`);
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
const count = Object.fromEntries(STATES.map((state) => [state, rows.filter(([, , , , one]) => one === state).length]));
console.log(`${rows.length} requirements: ${STATES.map((state) => `${count[state]} ${state}`).join(', ')}.`);
