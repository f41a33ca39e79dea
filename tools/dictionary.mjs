/**
 * `npm run dictionary` writes docs/data-dictionary.md from the entities and the comments on them. `-- --check` changes
 * nothing and fails when the page is not what would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tablesOf } from './dictionary/entities.mjs';
import { root } from './start/project.mjs';

const PAGE = join(root, 'docs', 'data-dictionary.md');
/** More codes than these are a catalogue: its file is where to look. */
const MOST_VALUES = 12;

const INTRODUCTION = `# Data dictionary

Made by \`npm run dictionary\` from the entities of the server and the comments on them; \`npm test\` fails when it is not current.
The words are those of the [glossary](glossary.md). Days are \`YYYY-MM-DD\`, moments UTC, ids UUIDv7, amounts of money exact.
*May be empty* is marked with ?. What is **sealed** can be read only with the installation's key.
\`centre_id\` and \`person_id\` say who may see a row: they are never changed in place.
`;

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');

/** @param {import('./dictionary/entities.mjs').ColumnOf} column */
function line({ name, type, optional, refersTo, values, meaning }) {
  const codes = values.length === 0 || values.length > MOST_VALUES ? '' : `One of ${values.map((value) => `\`${value}\``).join(', ')}.`;
  return `| \`${name}\` | ${type}${optional ? ' ?' : ''}${refersTo ? ` → \`${refersTo}\`` : ''} | ${cell([meaning, codes].filter(Boolean).join(' '))} |`;
}

/** @param {import('./dictionary/entities.mjs').TableOf[]} tables */
function pageOf(tables) {
  const rooms = [...new Set(tables.map(({ room }) => room))];
  const sections = rooms.map((room) => {
    const own = tables.filter((table) => table.room === room);
    return [`## ${room}`, ...own.map(({ name, meaning, columns }) => [`### ${name}`, meaning, `| column | type | meaning |\n|---|---|---|\n${columns.map(line).join('\n')}`].filter(Boolean).join('\n\n'))].join('\n\n');
  });
  return `${[INTRODUCTION.trim(), ...sections].join('\n\n')}\n`;
}

const page = pageOf(tablesOf(root));
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, page);
} else if (readFileSync(PAGE, 'utf8') !== page) {
  console.error('docs/data-dictionary.md is not what the entities say; run "npm run dictionary".');
  process.exitCode = 1;
}
