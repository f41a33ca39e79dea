import type { DataSource } from 'typeorm';
import { createTestDatabase, testDatabase } from './test-database';

describe('a test database', () => {
  let one: DataSource;
  let other: DataSource;

  beforeAll(async () => {
    one = await testDatabase();
    other = await testDatabase();
  });

  afterAll(async () => {
    await one.destroy();
    await other.destroy();
  });

  const nameOf = async (dataSource: DataSource): Promise<string> => {
    const [{ name }] = (await dataSource.query('SELECT current_database() AS name')) as [{ name: string }];
    return name;
  };

  it('belongs to one spec file', async () => {
    expect(await nameOf(one)).not.toBe(await nameOf(other));
  });

  it('is migrated', async () => {
    const [{ migrations }] = (await one.query('SELECT count(*)::int AS migrations FROM migration')) as [
      { migrations: number },
    ];
    expect(migrations).toBe(one.migrations.length);
  });

  it('is used as the product uses it, under the role that cannot rewrite history', async () => {
    const [{ role }] = (await one.query('SELECT current_user AS role')) as [{ role: string }];
    expect(role).toBe('sampan_work');
  });

  it('finds parts of names in Khmer, Thai and Chinese', async () => {
    const rows = (await one.query(
      `SELECT cardinality(extensions.show_trgm(name)) AS trigrams FROM unnest($1::text[]) AS name`,
      [['សុខ', 'สมชาย', '王小明']],
    )) as { trigrams: number }[];
    expect(rows.map(({ trigrams }) => trigrams > 0)).toEqual([true, true, true]);
  });

  it('is gone after it was dropped', async () => {
    const { config, drop } = await createTestDatabase();
    await drop();
    const name = new URL(config.databaseUrl).pathname.slice(1);
    const rows = (await one.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])) as unknown[];
    expect(rows).toHaveLength(0);
  });
});
