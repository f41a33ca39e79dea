import { createTestDatabase, type TestDatabase } from '@sampan/testing';
import { schemaStatements } from '../commands/schema-difference';

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
