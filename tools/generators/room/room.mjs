// npm run room -- <name> --after <room below>: makes the next room on the staircase, ready to be furnished.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
const camel = (name) => pascal(name).replace(/^\w/, (letter) => letter.toLowerCase());

const FILES = {
  'project.json': (room) => `{
  "name": "server-${room}",
  "sourceRoot": "libs/server/${room}/src",
  "projectType": "library",
  "tags": ["side:server", "room:${room}"]
}
`,
  'README.md': (room) => `# ${room}

What this room knows, in one sentence that a social worker would understand.

Tables: none yet. News: none yet. Hears: nothing yet.
`,
  'src/index.ts': (room) => `export { ${pascal(room)}Module } from './${room}.module';\n`,
  [`src/ROOM.module.ts`]: (room) => `import { Module } from '@nestjs/common';
import type { EntityClass } from '@sampan/kernel';

@Module({})
export class ${pascal(room)}Module {
  static readonly entities: readonly EntityClass[] = [];
}
`,
  'src/testing.ts': (room) => `/** Factories of this room's rows, for tests here and above: \`newX(manager, { … })\`. */\nexport const ${camel(room)}Factories = {};\n`,
};

/** Adds `added` behind the entry `after` in the text that `find` matches; refuses when nothing matches. */
const edit = (root, file, find, replacement) => {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!find.test(text)) throw new Error(`${file} does not look as expected; add the room by hand.`);
  writeFileSync(path, text.replace(find, replacement));
};

/** @param {string} root the workspace @param {string} room kebab-case @param {string} after the room one step below */
export const makeRoom = (root, room, after) => {
  if (!/^[a-z][a-z-]*[a-z]$/.test(room)) throw new Error('A room has a lower-case name, such as exchange.');
  const folder = join(root, 'libs/server', room);
  if (existsSync(folder)) throw new Error(`There is already a room ${room}.`);
  if (!existsSync(join(root, 'libs/server', after))) throw new Error(`There is no room ${after} to stand on.`);
  edit(root, 'eslint.config.mjs', new RegExp(`(STAIRS = \\[[^\\]]*'${after}')`), `$1, '${room}'`);
  edit(root, 'apps/api/src/rooms.ts', new RegExp(`(rooms: readonly Room\\[\\] = \\[[^\\]]*${pascal(after)}Module)`), `$1, ${pascal(room)}Module`);
  edit(root, 'apps/api/src/rooms.ts', /^(import .*\n)/, `$1import { ${pascal(room)}Module } from '@sampan/${room}';\n`);
  const tsconfig = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  tsconfig.compilerOptions.paths[`@sampan/${room}`] = [`./libs/server/${room}/src/index.ts`];
  tsconfig.compilerOptions.paths[`@sampan/${room}/testing`] = [`./libs/server/${room}/src/testing.ts`];
  writeFileSync(join(root, 'tsconfig.json'), `${JSON.stringify(tsconfig, null, 2)}\n`);
  mkdirSync(join(folder, 'src'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name.replace('ROOM', room)), text(room));
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [room, flag, after] = process.argv.slice(2);
  if (!room || flag !== '--after' || !after) {
    console.error('Usage: npm run room -- <name> --after <room one step below>');
    process.exit(64);
  }
  try {
    makeRoom(join(import.meta.dirname, '../../..'), room, after);
    console.log(`Made libs/server/${room}. Next: its words in docs/glossary.md, its tables, its first rule.`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
