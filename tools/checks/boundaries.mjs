// Plants one violation of every boundary and expects the lint to report each, and legal code to pass.
// A rule that nothing breaks may have stopped working; this is how we would know.
import { join } from 'node:path';
import { ESLint } from 'eslint';

process.env.NX_DAEMON = 'false';
const root = join(import.meta.dirname, '../..');
process.chdir(root);
const { createProjectGraphAsync } = await import('@nx/devkit');
await createProjectGraphAsync({ exitOnError: true });

const NX = '@nx/enforce-module-boundaries';
const route = (decorators) => `import { Controller, Get } from '@nestjs/common';\nimport { Open } from '@sampan/kernel';\n@Controller('x')\nexport class XController {\n  ${decorators}\n  x(): number {\n    return 1;\n  }\n}\nexport { Open };\n`;

/** what · file · code · the rule that must report it, or null for legal code @type {[string, string, string, string | null][]} */
const PLANTED = [
  ['a room calls up the stairs', 'libs/server/people/src/persons/planted.ts', `import { TrainingModule } from '@sampan/training';\nexport const x = TrainingModule;\n`, NX],
  ['the kernel calls a room', 'libs/server/kernel/src/planted.ts', `import { PlatformModule } from '@sampan/platform';\nexport const x = PlatformModule;\n`, NX],
  ['a room goes past the door of another', 'libs/server/training/src/cohorts/planted.ts', `import { AccessModule } from '../../../access/src/access.module';\nexport const x = AccessModule;\n`, NX],
  ['the server imports the web', 'libs/server/people/src/planted.ts', `import { xRoutes } from '@sampan/web-kit';\nexport const x = xRoutes;\n`, NX],
  ['the server imports Angular', 'libs/server/people/src/planted.ts', `import { signal } from '@angular/core';\nexport const x = signal;\n`, NX],
  ['the web imports the server', 'libs/web/training/src/planted.ts', `import { newId } from '@sampan/kernel';\nexport const x = newId;\n`, NX],
  ['the web imports Nest', 'libs/web/training/src/planted.ts', `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n`, NX],
  ['an audience imports another', 'libs/web/training/src/planted.ts', `import { placementRoutes } from '@sampan/web-placement';\nexport const x = placementRoutes;\n`, NX],
  ['the kit imports an audience', 'libs/web/kit/src/planted.ts', `import { trainingRoutes } from '@sampan/web-training';\nexport const x = trainingRoutes;\n`, NX],
  ['rules know Nest', 'libs/server/people/src/persons/planted.rules.ts', `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n`, 'no-restricted-imports'],
  ['rules know a table', 'libs/server/people/src/persons/planted.rules.ts', `import { Person } from './person.entity';\nexport const x = Person;\n`, 'no-restricted-imports'],
  ['product code imports test tools', 'libs/server/people/src/persons/planted.ts', `import { testDatabase } from '@sampan/testing';\nexport const x = testDatabase;\n`, 'no-restricted-imports'],
  ['a door hands out a table', 'libs/server/people/src/index.ts', `export { Person } from './persons/person.entity';\n`, 'no-restricted-syntax'],
  ['a door hands out a controller', 'libs/server/people/src/index.ts', `export * from './persons/persons.controller';\n`, 'no-restricted-syntax'],
  ['somebody asks the machine for the time', 'libs/server/people/src/planted.ts', `export const x = new Date();\n`, 'no-restricted-syntax'],
  ['somebody asks the machine for the time, the other way', 'libs/server/people/src/planted.ts', `export const x = Date.now();\n`, 'no-restricted-syntax'],
  ['a second reader of the environment', 'libs/server/people/src/planted.ts', `export const x = process.env['HOME'];\n`, 'no-restricted-syntax'],
  ['a route without a permission', 'libs/server/people/src/persons/planted.controller.ts', route(`@Get()`), 'no-restricted-syntax'],
  ['a file of more than 300 lines', 'libs/server/people/src/planted.ts', `export const x = [\n${'  1,\n'.repeat(301)}];\n`, 'max-lines'],
  ['any', 'libs/server/people/src/planted.ts', `export const x: any = 1;\n`, '@typescript-eslint/no-explicit-any'],

  ['a room calls down the stairs', 'libs/server/training/src/planted.ts', `import { newId } from '@sampan/kernel';\nexport const x = newId;\n`, null],
  ['a route says why it is open', 'libs/server/people/src/persons/planted.controller.ts', route(`@Get() @Open('a reason')`), null],
  ['only the clock asks for the time', 'libs/server/kernel/src/time/planted.ts', `export const x = new Date();\n`, null],
  ['an audience uses the kit', 'libs/web/training/src/planted.ts', `import * as kit from '@sampan/web-kit';\nexport const x = kit;\n`, null],
];

const eslint = new ESLint({ cwd: root });
let failed = 0;
for (const [what, filePath, code, expected] of PLANTED) {
  const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
  const rules = (result?.messages ?? []).filter(({ severity }) => severity === 2).map(({ ruleId, message }) => ruleId ?? message);
  const right = expected ? rules.includes(expected) : rules.length === 0;
  failed += right ? 0 : 1;
  console.log(`${right ? 'ok  ' : 'FAIL'} ${what}${right ? '' : `: expected ${expected ?? 'nothing'}, reported ${rules.join(', ') || 'nothing'}`}`);
}
console.log(`${PLANTED.length - failed} of ${PLANTED.length} as expected`);
process.exit(failed > 0 ? 1 : 0);
