import { buildSchema, newId } from '@sampan/kernel';
import { parts } from '@sampan/rooms';
import { createEmptyTestDatabase, type TestDatabase } from '@sampan/testing';
import { DataSource } from 'typeorm';
import { schemaStatements } from '../commands/schema-difference';

const SCHEMA = 'sampan_earlier';
const names = parts.migrations.map((migration) => migration.name).sort((one, other) => Number(one.slice(-13)) - Number(other.slice(-13)));

/** One value for each type, so that whatever points to a row of another table finds it. */
const VALUES: Record<string, string> = {
  text: "'x1'", jsonb: "'{}'", boolean: 'false', date: "'2026-03-02'", 'timestamp with time zone': "'2026-03-02T03:00:00Z'", bytea: `'\\x00'`, ARRAY: "'{}'",
};

describe('a database of an earlier release, with data', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createEmptyTestDatabase();
    owner = await new DataSource({ type: 'postgres', url: database.config.databaseUrl, installExtensions: false }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });
  afterEach(() => owner.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`));

  const build = (upTo: number): Promise<void> =>
    buildSchema(database.config.databaseUrl, SCHEMA, { ...parts, migrations: parts.migrations.filter(({ name }) => names.indexOf(name) < upTo) });

  const tables = async (): Promise<string[]> => {
    const rows = (await owner.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 AND table_type = 'BASE TABLE' AND table_name <> 'migration'`,
      [SCHEMA],
    )) as { name: string }[];
    return rows.map(({ name }) => name);
  };

  const fill = (): Promise<void> =>
    owner.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      const id = newId();
      for (const table of await tables()) {
        const columns = (await manager.query(
          `SELECT column_name AS name, data_type AS type FROM information_schema.columns
           WHERE table_schema = $1 AND table_name = $2 AND is_nullable = 'NO' AND column_default IS NULL AND is_generated = 'NEVER'`,
          [SCHEMA, table],
        )) as { name: string; type: string }[];
        const values = columns.map(({ type }) => (type === 'uuid' ? `'${id}'` : (VALUES[type] ?? '1')));
        await manager.query(`INSERT INTO ${SCHEMA}.${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${values.join(', ')})`);
      }
    });

  const counts = async (): Promise<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const table of await tables()) {
      const [{ count }] = (await owner.query(`SELECT count(*)::int AS count FROM ${SCHEMA}.${table}`)) as [{ count: number }];
      found[table] = count;
    }
    return found;
  };

  it.each(names.map((name, place) => [name, place + 1] as const))('after %s comes to the shape of this one and loses no row', async (_, upTo) => {
    await build(upTo);
    await fill();
    const before = await counts();
    expect(Object.values(before).every((count) => count >= 1)).toBe(true);
    await build(names.length);
    const after = await counts();
    const lost = Object.entries(before).filter(([table, count]) => (after[table] ?? 0) < count);
    expect(lost).toEqual([]);
    expect(await schemaStatements({ ...database.config, schema: SCHEMA })).toEqual([]);
  });
});
