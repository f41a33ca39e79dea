import { schemaStatements } from '../../../../apps/api/src/commands/schema-difference';
import { createTestDatabase, type TestDatabase } from './test-database';

describe('the migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  it('bring the database to the shape that the entities describe', async () => {
    expect(await schemaStatements(database.config)).toEqual([]);
  });
});
