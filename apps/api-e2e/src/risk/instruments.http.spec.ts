import type { DataSource } from 'typeorm';
import { apiDatabase } from '../support/accounts';
import type { Problem } from '../support/client';
import { riskWorld, type RiskWorld } from './risk-world';

describe('instruments', () => {
  let database: DataSource;
  let world: RiskWorld;

  beforeAll(async () => {
    database = await apiDatabase();
    world = await riskWorld(database);
  });
  afterAll(() => database.destroy());

  it('are listed with the version that is published', async () => {
    const { status, body } = await world.worker.get<{ id: string; status: string }[]>('instruments');
    expect(status).toBe(200);
    expect(body).toContainEqual(expect.objectContaining({ id: 'online-scam-exposure-1', status: 'published' }));
  });

  it('ask about the offer first, in five languages, with a source for each item', async () => {
    const { body } = await world.worker.get<{
      sections: { code: string }[];
      items: { text: object; sources: string[] }[];
      scale: { rating: string }[];
    }>('instruments/online-scam-exposure-1');
    expect(body.sections[0]?.code).toBe('offer');
    expect(body.scale.map(({ rating }) => rating)).toEqual(['present', 'partial', 'absent', 'unknown']);
    expect(body.items.every(({ sources, text }) => sources.length > 0 && Object.keys(text).length === 5)).toBe(true);
  });

  it('do not exist in a version that was never published', async () => {
    const { status, body } = await world.worker.get<Problem>('instruments/online-scam-exposure-99');
    expect([status, body.code]).toEqual([404, 'INSTRUMENT_NOT_FOUND']);
  });
});
