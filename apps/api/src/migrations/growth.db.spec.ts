import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '@sampan/testing';
import type { DataSource } from 'typeorm';

const ROOT = join(__dirname, '../../../..');

/** The rows of nobody in particular may stand in these: an audit of a sign-in, a template, a row of a file not yet taken over. */
const MAY_BE_OF_NOBODY = ['audit_entry', 'import_row', 'stored_file'];

/** What binds a node to one machine, as it would look in a statement. Sources: docs/architecture.md, "Growing past one machine". */
const BINDING: readonly (readonly [string, RegExp])[] = [
  ['the name of a schema', /\bpublic\./],
  ['a row that loses its parent', /ON DELETE SET NULL/i],
  ['a setting of the session', /\bset_config\(|\bSET (LOCAL|SESSION|TIME ZONE)\b|SET pg_trgm/],
  ['chance or the wall clock in a change', /\bUPDATE\b[^`]*\b(clock_timestamp|random|gen_random_uuid)\(\)/i],
  ['a column that the mapper dates by itself, which an upsert then forgets', /@UpdateDateColumn/],
];

/** Statements stand in template strings and quoted strings; tests and comments may speak of what they forbid. */
const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const sources = ['libs/server/*/src/**/*.ts', 'apps/api/src/**/*.ts', 'apps/worker/src/**/*.ts', 'tools/demo/**/*.ts']
  .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
  .filter((file) => !file.endsWith('.spec.ts'));

describe('what keeps the road past one machine open', () => {
  let database: DataSource;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.destroy());

  it('reads the whole server', () => {
    expect(sources.length).toBeGreaterThan(300);
  });

  it.each(BINDING)('no statement holds %s', (_what, pattern) => {
    const found = sources.filter((file) => pattern.test(withoutComments(readFileSync(join(ROOT, file), 'utf8'))));
    expect(found).toEqual([]);
  });

  it.each([
    [0, 'SELECT * FROM public.person'],
    [1, 'REFERENCES person (id) ON DELETE SET NULL'],
    [2, `SELECT set_config('timezone', 'UTC', true)`],
    [3, 'UPDATE person SET changed_at = clock_timestamp()'],
    [4, '@UpdateDateColumn() readonly changedAt: Date;'],
  ])('rule %i would see %s', (rule, statement) => {
    expect(BINDING[rule]?.[1].test(statement)).toBe(true);
  });

  it('every row that belongs to a person says whose it is', async () => {
    const rows = (await database.query(
      `SELECT c.table_name AS name FROM information_schema.columns c
         JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
        WHERE c.table_schema = 'sampan' AND c.column_name = 'person_id' AND c.is_nullable = 'YES' ORDER BY 1`,
    )) as { name: string }[];
    expect(rows.map(({ name }) => name)).toEqual(MAY_BE_OF_NOBODY);
  });

  it('no foreign key empties a column, and none leaves the schema', async () => {
    const rows = (await database.query(
      `SELECT k.conname AS name FROM pg_constraint k
         JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
        WHERE k.contype = 'f' AND a.relnamespace = 'sampan'::regnamespace AND (k.confdeltype IN ('n', 'd') OR b.relnamespace <> a.relnamespace)`,
    )) as { name: string }[];
    expect(rows).toEqual([]);
  });

  it('no table takes its keys from a sequence but the list of migrations', async () => {
    const rows = (await database.query(`SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'sampan'`)) as { name: string }[];
    expect(rows.map(({ name }) => name)).toEqual(['migration_id_seq']);
  });
});
