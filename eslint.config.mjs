import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** The staircase, lowest step first: a room may import itself and the rooms below it, never one above. The order is the architecture. */
export const STAIRS = ['kernel', 'platform', 'organisations', 'access', 'people', 'training', 'placement', 'risk', 'cases', 'insights'];
/** Web libraries below the audiences, lowest first. */
export const WEB_BASE = ['web-kit', 'web-client', 'web-session', 'web-parts'];
/** Audiences are neighbours and never meet; the shell mounts them. */
export const AUDIENCES = ['web-people', 'web-training', 'web-placement', 'web-casework', 'web-ministry', 'web-admin', 'web-account', 'web-public'];

const tag = (room) => `room:${room}`;
const upTo = (order, step) => order.slice(0, step + 1).map(tag);

const boundaries = [
  { sourceTag: 'side:server', onlyDependOnLibsWithTags: ['side:server', 'side:test'], bannedExternalImports: ['@angular/*', '@jsverse/*'] },
  { sourceTag: 'side:web', onlyDependOnLibsWithTags: ['side:web'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'pg-boss'] },
  { sourceTag: 'side:test', onlyDependOnLibsWithTags: ['side:server', 'side:test'] },
  ...STAIRS.map((room, step) => ({ sourceTag: tag(room), onlyDependOnLibsWithTags: [...upTo(STAIRS, step), tag('testing')] })),
  { sourceTag: tag('app'), onlyDependOnLibsWithTags: [...STAIRS.map(tag), tag('testing')] },
  ...WEB_BASE.map((library, step) => ({ sourceTag: tag(library), onlyDependOnLibsWithTags: upTo(WEB_BASE, step) })),
  ...AUDIENCES.map((audience) => ({ sourceTag: tag(audience), onlyDependOnLibsWithTags: [...WEB_BASE, audience].map(tag) })),
  { sourceTag: tag('shell'), onlyDependOnLibsWithTags: [...WEB_BASE, ...AUDIENCES].map(tag) },
];

/** The test harness starts the whole product, and every room's tests use the harness: only tests go round like this. */
const ROUND_BY_TESTS = [['testing', 'api'], ['testing', 'server-*']];

const TESTS = ['**/*.spec.ts', '**/testing.ts', '**/src/testing/**'];
const ASK_THE_CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock.' },
];
const ONE_READER = { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only kernel/config reads the environment.' };
const DOOR = [
  { selector: 'ExportAllDeclaration[source.value=/\\.(entity|repository|controller)$/]', message: 'The door does not hand out tables.' },
  { selector: 'ExportNamedDeclaration[source.value=/\\.(entity|repository|controller)$/]', message: 'The door does not hand out tables.' },
];
/** A route says who may call it, or why everybody may. */
const ROUTE_DECORATOR = '/^(Get|Post|Put|Patch|Delete)$/';
const GUARDED = {
  selector: `MethodDefinition:has(Decorator > CallExpression[callee.name=${ROUTE_DECORATOR}]):not(:has(Decorator > CallExpression[callee.name=/^(Requires|Open)$/]))`,
  message: 'Every endpoint declares @Requires(permission) or @Open(why).',
};

export default [
  { ignores: ['**/dist', '**/tmp', '**/node_modules', '**/.angular', 'libs/web/client/src/**', '**/*.cjs', '**/*.mjs'] },
  ...nx.configs['flat/base'],
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints: boundaries, allow: ['@sampan/rooms', '@sampan/app'], allowCircularSelfDependency: false, ignoredCircularDependencies: ROUND_BY_TESTS }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['libs/server/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'], ignores: [...TESTS, 'libs/server/kernel/src/time/**', 'libs/server/kernel/src/config/**'], rules: { 'no-restricted-syntax': ['error', ...ASK_THE_CLOCK, ONE_READER] } },
  { files: ['libs/server/**/*.controller.ts', 'apps/api/**/*.controller.ts'], rules: { 'no-restricted-syntax': ['error', ...ASK_THE_CLOCK, ONE_READER, GUARDED] } },
  { files: ['libs/server/*/src/index.ts'], rules: { 'no-restricted-syntax': ['error', ...ASK_THE_CLOCK, ONE_READER, ...DOOR] } },
  {
    files: ['libs/server/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['@sampan/testing', '@sampan/*/testing', '**/testing'], message: 'Only tests may import this.' }] }] },
  },
  {
    files: ['libs/server/**/*.rules.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['@nestjs/*', 'typeorm', 'pg', '**/*.entity', '**/*.repository', '**/*.service', '@sampan/testing', '@sampan/*/testing'], message: 'Rules are pure: no Nest, no database.' }] }],
    },
  },
  ...angular.configs.templateAccessibility.map((config) => ({ ...config, files: ['apps/web/**/*.html', 'libs/web/**/*.html'] })),
  { files: ['apps/web/**/*.html', 'libs/web/**/*.html'], languageOptions: { parser: angular.templateParser }, plugins: { '@angular-eslint/template': angular.templatePlugin } },
  // `spUserText` writes the text of a link, with its language.
  { files: ['apps/web/**/*.html', 'libs/web/**/*.html'], rules: { '@angular-eslint/template/elements-content': ['error', { allowList: ['spUserText'] }] } },
  { files: ['apps/api/src/main.ts', 'apps/api/src/admin.ts', 'apps/api/src/commands/**', 'apps/worker/src/main.ts', 'tools/**/*.ts', 'apps/web/src/main.ts'], rules: { 'no-console': 'off' } },
];
