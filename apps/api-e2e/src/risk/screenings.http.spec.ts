import { newId } from '@sampan/kernel';
import type { DataSource } from 'typeorm';
import { apiDatabase } from '../support/accounts';
import type { Problem } from '../support/client';
import { filled, riskWorld, type RiskWorld } from './risk-world';

interface ScreeningAnswer {
  readonly id: string;
  readonly offerFinding: string;
  readonly score: {
    readonly points: number;
    readonly calibration: string;
    readonly band: string;
    readonly reasons: { code: string }[];
    readonly unknown: { code: string }[];
  };
}

describe('screenings', () => {
  let database: DataSource;
  let world: RiskWorld;

  beforeAll(async () => {
    database = await apiDatabase();
    world = await riskWorld(database);
  });
  afterAll(() => database.destroy());

  it('are recorded and answered with a score that can be added up by hand, and what would help to know', async () => {
    const { id } = await world.somebody();
    const { status, body } = await world.worker.post<ScreeningAnswer>(`people/${id}/screenings`, filled());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      offerFinding: 'warning-signs',
      score: { points: 3 + 2 + 2, band: 'moderate', calibration: 'not-calibrated' },
    });
    expect(body.score.reasons.map(({ code }) => code)).toEqual(['offer-in-hand', 'debt-to-recruiter', 'no-interview']);
    expect(body.score.unknown[0]?.code).toBe('openly-fraud-or-gambling');
    expect((await world.worker.get<ScreeningAnswer[]>(`people/${id}/screenings`)).body).toHaveLength(1);
  });

  it('sent twice with one id are one', async () => {
    const { id } = await world.somebody();
    const screening = filled({ id: newId() });
    await world.worker.post(`people/${id}/screenings`, screening);
    expect((await world.worker.post(`people/${id}/screenings`, screening)).status).toBe(201);
    expect((await world.worker.get<ScreeningAnswer[]>(`people/${id}/screenings`)).body).toHaveLength(1);
  });

  it('are refused without consent', async () => {
    const { id } = await world.somebody(false);
    const { status, body } = await world.worker.post<Problem>(`people/${id}/screenings`, filled());
    expect([status, body.code]).toEqual([422, 'CONSENT_MISSING']);
  });

  it.each([
    [422, 'INSTRUMENT_NOT_PUBLISHED', { instrumentId: 'online-scam-exposure-99' }],
    [422, 'SCREENING_IN_FUTURE', { screenedOn: '2199-01-01' }],
    [422, 'ITEM_UNKNOWN', { answers: [{ item: 'nationality', rating: 'present' }] }],
    [422, 'RATING_OUT_OF_SCALE', { answers: [{ item: 'offer-in-hand', rating: '11' }] }],
    [
      422,
      'ITEM_RATED_TWICE',
      {
        answers: [
          { item: 'offer-in-hand', rating: 'absent' },
          { item: 'offer-in-hand', rating: 'present' },
        ],
      },
    ],
    [422, 'OWN_LEVEL_REASON_MISSING', { ownLevel: 'urgent' }],
    [400, 'VALIDATION_FAILED', { screenedOn: '2026-02-30' }],
    [400, 'VALIDATION_FAILED', { answers: 'all of them' }],
    [400, 'VALIDATION_FAILED', { ownLevel: 'panic', ownReasons: 'None' }],
    [
      400,
      'VALIDATION_FAILED',
      { answers: [{ item: 'offer-in-hand', rating: 'present', evidence: 'x'.repeat(2_001) }] },
    ],
  ])('are refused with %i %s', async (expected, code, over) => {
    const { id } = await world.somebody();
    const { status, body } = await world.worker.post<Problem>(`people/${id}/screenings`, filled(over));
    expect([status, body.code]).toEqual([expected, code]);
    expect((await world.worker.get<ScreeningAnswer[]>(`people/${id}/screenings`)).body).toEqual([]);
  });

  it('of 5 MB are refused with a code', async () => {
    const { id } = await world.somebody();
    const { status, body } = await world.worker.post<Problem>(
      `people/${id}/screenings`,
      filled({ ownReasons: 'x'.repeat(5_000_000) }),
    );
    expect(status).toBe(413);
    expect(body.code).toMatch(/^[A-Z_]+$/);
  });

  it('put a line on the timeline that registrars, instructors and placement officers do not get', async () => {
    const { id } = await world.somebody();
    await world.worker.post(`people/${id}/screenings`, filled());
    const kinds = async (client: typeof world.worker): Promise<string[]> =>
      (await client.get<{ items: { kind: string }[] }>(`people/${id}/timeline`)).body.items.map(({ kind }) => kind);
    expect(await kinds(world.worker)).toEqual(expect.arrayContaining(['risk.screening-recorded', 'risk.flag-raised']));
    for (const role of ['registrar', 'instructor', 'placement-officer', 'manager'] as const) {
      expect((await kinds(await world.as(role))).filter((kind) => kind.startsWith('risk.'))).toEqual([]);
    }
  });
});
