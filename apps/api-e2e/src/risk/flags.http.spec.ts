import type { RoleCode } from '@sampan/access';
import { newFlag, newSignal } from '@sampan/risk/testing';
import type { Person } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase } from '../support/accounts';
import type { Answer, Problem } from '../support/client';
import { riskWorld, type RiskWorld } from './risk-world';

interface FlagAnswer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly possibleActions: string[];
  readonly suggestedHelp: { code: string }[];
  readonly score: { readonly reasons: { code: string; direction: string; on: string; source: { type: string } }[] };
  readonly reviews: { action: string; by: string | null; reason: string | null }[];
}

describe('flags', () => {
  let database: DataSource;
  let world: RiskWorld;

  beforeAll(async () => {
    database = await apiDatabase();
    world = await riskWorld(database);
  });
  afterAll(() => database.destroy());

  const flagged = async (): Promise<{ person: Person; flagId: string }> => {
    const person = await world.somebody();
    return { person, flagId: (await newFlag(database.manager, person)).id };
  };
  const review = (flagId: string, body: object): Promise<Answer<FlagAnswer & Problem>> =>
    world.worker.post(`flags/${flagId}/review`, body);

  it('list who waits, with the heaviest reasons', async () => {
    const { person, flagId } = await flagged();
    const { status, body } = await world.worker.get<{ items: object[] }>(`flags?personId=${person.id}`);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      {
        id: flagId,
        person: { id: person.id, fullName: person.fullName },
        tier: 'moderate',
        reasons: [{ code: 'missed-sessions' }],
      },
    ]);
  });

  it('are shown whole: facts with direction, day and source, and an offer of help', async () => {
    const { flagId } = await flagged();
    const { body } = await world.worker.get<FlagAnswer>(`flags/${flagId}`);
    expect(body.score.reasons).toMatchObject([
      { code: 'missed-sessions', direction: 'risk', on: '2026-03-02', source: { type: 'session' } },
    ]);
    expect(body.suggestedHelp.map(({ code }) => code)).toEqual(['back-to-training', 'talk']);
    expect(body.possibleActions).toEqual(['start', 'accept', 'dismiss', 'defer', 'close']);
  });

  it('are filtered by state and tier, and refuse a state that there is not', async () => {
    const { person, flagId } = await flagged();
    await review(flagId, { action: 'start', version: 1 });
    const ids = async (query: string) =>
      (await world.worker.get<{ items: { id: string }[] }>(`flags?personId=${person.id}&${query}`)).body.items.map(
        ({ id }) => id,
      );
    expect(await ids('state=under-review')).toEqual([flagId]);
    expect(await ids('state=raised&state=accepted')).toEqual([]);
    expect(await ids('tier=urgent')).toEqual([]);
    expect((await world.worker.get<Problem>('flags?state=forgotten')).status).toBe(400);
  });

  it('go from raised to review, to "help to be offered", to closed, and keep who said what', async () => {
    const { flagId } = await flagged();
    expect((await review(flagId, { action: 'start', version: 1 })).body).toMatchObject({
      state: 'under-review',
      version: 2,
    });
    const accepted = await review(flagId, {
      action: 'accept',
      version: 2,
      reason: 'She would like help with the bus fare.',
      offerOfHelp: 'back-to-training',
    });
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
    const closed = await review(flagId, {
      action: 'close',
      version: 3,
      reason: 'Back in class for two weeks.',
      outcome: 'help-taken-up',
    });
    expect(closed.body).toMatchObject({ state: 'closed', possibleActions: [] });
    expect(closed.body.reviews.map(({ action, reason }) => [action, reason])).toEqual([
      ['close', 'Back in class for two weeks.'],
      ['accept', 'She would like help with the bus fare.'],
      ['start', null],
    ]);
    expect(closed.body.reviews.every(({ by }) => by !== null)).toBe(true);
  });

  it.each([
    [422, 'FLAG_REASON_MISSING', { action: 'dismiss', version: 1 }],
    [422, 'FLAG_OFFER_MISSING', { action: 'accept', version: 1, reason: 'Yes' }],
    [422, 'FLAG_OUTCOME_MISSING', { action: 'close', version: 1, reason: 'Done' }],
    [422, 'FLAG_DEFERRAL_INVALID', { action: 'defer', version: 1, reason: 'Later', deferUntil: '2020-01-01' }],
    [409, 'STALE_VERSION', { action: 'start', version: 7 }],
    [400, 'VALIDATION_FAILED', { action: 'punish', version: 1 }],
    [400, 'VALIDATION_FAILED', { action: 'start' }],
    [400, 'VALIDATION_FAILED', { action: 'close', version: 1, reason: 'Done', outcome: 'consent-withdrawn' }],
  ])('refuse a review with %i %s', async (expected, code, body) => {
    const { flagId } = await flagged();
    const answer = await review(flagId, body);
    expect([answer.status, answer.body.code]).toEqual([expected, code]);
  });

  it('cannot be decided twice', async () => {
    const { flagId } = await flagged();
    await review(flagId, { action: 'dismiss', version: 1, reason: 'Was ill.' });
    expect(
      (await review(flagId, { action: 'accept', version: 2, reason: 'After all', offerOfHelp: 'talk' })).body.code,
    ).toBe('TRANSITION_REFUSED');
  });

  it('show signals with what still counts, to those who may see them', async () => {
    const person = await world.somebody();
    await newSignal(database.manager, person, { happenedOn: '2020-03-02' });
    const { body } = await world.worker.get<object[]>(`people/${person.id}/signals`);
    expect(body).toMatchObject([
      {
        kind: 'missed-sessions',
        counts: false,
        expiresOn: '2020-04-01',
        text: { en: 'Missed 3 training sessions in a row' },
      },
    ]);
  });

  it.each<RoleCode>([
    'registrar',
    'instructor',
    'manager',
    'placement-officer',
    'analyst',
    'release-approver',
    'liaison',
    'data-steward',
  ])('are nothing that a %s can find out about: one answer, whether there is a flag or not', async (role) => {
    const [{ person, flagId }, other] = [await flagged(), await world.somebody()];
    const colleague = await world.as(role);
    const answers = await Promise.all(
      [
        'flags',
        `flags/${flagId}`,
        `flags?personId=${person.id}`,
        `flags?personId=${other.id}`,
        'instruments',
        `people/${person.id}/screenings`,
        `people/${person.id}/signals`,
        `people/${other.id}/signals`,
      ].map((path) => colleague.get<Problem>(path)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['403 NOT_PERMITTED']),
    );
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/missed-sessions|moderate|offer-in-hand/);
  });

  it('are one answer for another’s flag and for none', async () => {
    const { flagId } = await flagged();
    const elsewhere = await riskWorld(database);
    const [theirs, none] = await Promise.all([
      elsewhere.worker.get<Problem>(`flags/${flagId}`),
      elsewhere.worker.get<Problem>('flags/0190f3a0-0000-7000-8000-00000000dead'),
    ]);
    expect([theirs.status, theirs.body.code, theirs.body.title]).toEqual([
      none.status,
      none.body.code,
      none.body.title,
    ]);
    expect(theirs.status).toBe(404);
  });

  it('are counted for supervisors alone, by who decided', async () => {
    const { flagId } = await flagged();
    await review(flagId, { action: 'dismiss', version: 1, reason: 'Was ill.' });
    const { status, body } = await world.supervisor.get<{ workers: { dismissed: number }[] }>('flags/statistics');
    expect(status).toBe(200);
    expect(body.workers[0]?.dismissed).toBeGreaterThan(0);
    expect((await world.worker.get<Problem>('flags/statistics')).body.code).toBe('NOT_PERMITTED');
  });

  it('leave a trace when they are opened, listed for nobody but the one who asked', async () => {
    const { person, flagId } = await flagged();
    await world.worker.get(`flags/${flagId}`);
    const [{ opened }] = (await database.query(
      `SELECT count(*)::int AS opened FROM audit_entry WHERE action = 'flag.opened' AND subject_id = $1 AND person_id = $2`,
      [flagId, person.id],
    )) as [{ opened: number }];
    expect(opened).toBe(1);
  });
});
