import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';

describe('indicators', () => {
  let database: DataSource;

  beforeAll(async () => {
    database = await apiDatabase();
  });
  afterAll(() => database.destroy());

  it('are listed with their definitions in five languages, and with all four placement rates', async () => {
    const analyst = await signedInAs(database, 'analyst', { reach: 'country', country: 'TH' });
    const { status, body } = await analyst.get<{ key: string; code: string; texts: Record<string, { numerator: string }> }[]>('indicators');
    expect(status).toBe(200);
    expect(body.filter(({ code }) => code.startsWith('P')).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['P1/exit', 'P2/completer', 'P3/positive', 'P4/labour-force', 'P7/same-365']),
    );
    expect(Object.keys(body[0]?.texts ?? {}).sort()).toEqual(['en', 'id', 'km', 'th', 'zh']);
  });
});
