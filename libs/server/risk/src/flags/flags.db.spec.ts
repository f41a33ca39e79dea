import { viewerOf } from '@sampan/access/testing';
import { addDays, newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newPerson, type Person } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { RiskModule } from '../risk.module';
import { RiskSignal } from '../signals/signal.entity';
import { SignalsService } from '../signals/signals.service';
import { signalsOfLabourConcern, signalsOfMissedSession } from '../signals/signals-of-events.rules';
import { DailyRiskJob } from '../scores/daily-risk.job';
import { Flag } from './flag.entity';
import { FlagReview } from './flag-review.entity';
import { Flags } from './flags.service';

const TODAY = '2026-03-02';

describe('flags, on the database', () => {
  let app: TestApp;
  let flags: Flags;
  let signals: SignalsService;
  let centreId: string;

  beforeAll(async () => {
    app = await testApp([RiskModule], `${TODAY}T03:00:00Z`);
    [flags, signals] = [app.get(Flags), app.get(SignalsService)];
    centreId = (await newCentre(app.manager)).id;
  });
  afterAll(() => app.close());
  afterEach(() => app.clock.moveTo(`${TODAY}T03:00:00Z`));

  const somebody = async ({
    consents = true,
    ...over
  }: Partial<Person> & { consents?: boolean } = {}): Promise<Person> => {
    const person = await newPerson(app.manager, { centreId, ...over });
    if (consents) {
      await newConsent(app.manager, { personId: person.id, centreId, purpose: 'risk-screening' });
    }
    return person;
  };
  const miss = (
    person: Person,
    consecutive: number,
    enrolmentId: string,
    sessionDate = TODAY,
    sessionId = newId(),
  ): Promise<void> =>
    signals.record(
      { personId: person.id, centreId },
      signalsOfMissedSession({ enrolmentId, sessionId, sessionDate, consecutive }),
    );
  const flagsOf = ({ id }: Person): Promise<Flag[]> =>
    app.manager.find(Flag, { where: { personId: id }, order: { raisedAt: 'ASC', id: 'ASC' } });
  const supervisor = (over: Partial<Viewer> = {}): Viewer => viewerOf('supervisor', [centreId], over);
  const dismiss = async (flag: Flag): Promise<void> => {
    await flags.review(supervisor(), flag.id, {
      action: 'dismiss',
      version: flag.version,
      reason: 'Ill for a week; back tomorrow.',
    });
  };
  const flagged = async (): Promise<{ person: Person; flag: Flag; enrolmentId: string }> => {
    const [person, enrolmentId] = [await somebody(), newId()];
    await miss(person, 3, enrolmentId);
    const [flag] = await flagsOf(person);
    return { person, flag: flag!, enrolmentId };
  };

  it('are raised by three missed sessions alone, and wait for two weeks at most', async () => {
    const { flag } = await flagged();
    expect(flag).toMatchObject({ state: 'raised', tier: 'moderate', respondBy: addDays(TODAY, 14) });
  });

  it('are raised once, however often and in whatever order the same news arrives', async () => {
    const [person, enrolmentId, sessionId] = [await somebody(), newId(), newId()];
    await Promise.all([1, 2, 3, 4].map(() => miss(person, 3, enrolmentId, TODAY, sessionId)));
    await miss(person, 3, enrolmentId, TODAY, sessionId);
    expect(await flagsOf(person)).toHaveLength(1);
    expect(await app.manager.countBy(RiskSignal, { personId: person.id })).toBe(1);
  });

  it('are raised once for two pieces of news about one person at the same time', async () => {
    const person = await somebody();
    await Promise.all([1, 2, 3].map(() => miss(person, 3, newId())));
    expect(await flagsOf(person)).toHaveLength(1);
  });

  it('are not raised for somebody who has not agreed to risk screening; the facts wait until there is a basis', async () => {
    const [person, enrolmentId] = [await somebody({ consents: false }), newId()];
    await miss(person, 3, enrolmentId);
    expect(await flagsOf(person)).toHaveLength(0);
    await newConsent(app.manager, { personId: person.id, centreId, purpose: 'risk-screening' });
    await miss(person, 4, enrolmentId);
    expect(await flagsOf(person)).toHaveLength(1);
  });

  it('have the stricter clock for somebody under 18', async () => {
    const person = await somebody({ birthDate: '2010-05-01' });
    await miss(person, 3, newId());
    const [flag] = await flagsOf(person);
    expect(flag?.respondBy).toBe(addDays(TODAY, 3));
    expect((await flags.get(supervisor(), flag!.id)).suggestedHelp[0]?.code).toBe('child-protection');
  });

  it('are not raised again for what was dismissed, nor for one more missed session of the same run', async () => {
    const { person, flag, enrolmentId } = await flagged();
    await dismiss(flag);
    await miss(person, 4, enrolmentId, addDays(TODAY, 1));
    expect(await flagsOf(person)).toHaveLength(1);
  });

  it('are raised again for a new fact: the run grew long, it began anew, or another thing happened', async () => {
    for (const [consecutive, sameCourse] of [
      [7, true],
      [3, true],
      [3, false],
    ] as const) {
      const { person, flag, enrolmentId } = await flagged();
      await dismiss(flag);
      await miss(person, consecutive, sameCourse ? enrolmentId : newId(), addDays(TODAY, 10));
      expect((await flagsOf(person)).map(({ state }) => state)).toEqual(['dismissed', 'raised']);
    }
  });

  it('become graver with graver news, and the clock only comes forward', async () => {
    const { person, flag } = await flagged();
    const news = { concernId: newId(), severity: 'critical', indicators: ['retention-of-identity-documents'] };
    await signals.record({ personId: person.id, centreId }, signalsOfLabourConcern(news, TODAY));
    const [graver] = await flagsOf(person);
    expect(graver).toMatchObject({ id: flag.id, tier: 'urgent', respondBy: TODAY });
    expect(graver!.version).toBeGreaterThan(flag.version);
  });

  it('refuse a decision on facts that have changed in the meantime, with both values', async () => {
    const { person, flag } = await flagged();
    await miss(person, 3, newId());
    await expect(dismiss(flag)).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: { currentVersion: flag.version + 1, theirs: { state: 'raised' } },
    });
  });

  it('are decided by one of two reviewers who come at once', async () => {
    const { flag } = await flagged();
    const decide = (action: 'accept' | 'dismiss') =>
      flags.review(supervisor(), flag.id, {
        action,
        version: flag.version,
        reason: 'We talked.',
        ...(action === 'accept' ? { offerOfHelp: 'talk' as const } : {}),
      });
    const results = await Promise.allSettled([decide('accept'), decide('dismiss')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await app.manager.countBy(FlagReview, { flagId: flag.id })).toBe(1);
  });

  it('keep the reason of a decision unreadable in the database, and readable for the next reader', async () => {
    const { flag } = await flagged();
    await dismiss(flag);
    const review = await app.manager.findOneByOrFail(FlagReview, { flagId: flag.id });
    expect(review.reason).not.toContain('Ill');
    expect((await flags.get(supervisor(), flag.id)).reviews[0]).toMatchObject({
      action: 'dismiss',
      reason: 'Ill for a week; back tomorrow.',
    });
  });

  it('come back on the day until which they were put off', async () => {
    const { person, flag } = await flagged();
    await flags.review(supervisor(), flag.id, {
      action: 'defer',
      version: flag.version,
      reason: 'Exams this week.',
      deferUntil: addDays(TODAY, 7),
    });
    await runDaily();
    expect((await flagsOf(person))[0]?.state).toBe('deferred');
    app.clock.moveTo(`${addDays(TODAY, 7)}T03:00:00Z`);
    await runDaily();
    expect((await flagsOf(person))[0]).toMatchObject({
      state: 'raised',
      deferredUntil: null,
      respondBy: addDays(TODAY, 21),
    });
  });

  it('stay when their facts expire, because a person decides, and say that nobody would be asked any more', async () => {
    const { flag } = await flagged();
    app.clock.moveTo(`${addDays(TODAY, 31)}T03:00:00Z`);
    await runDaily();
    const seen = await flags.get(supervisor(), flag.id);
    expect(seen).toMatchObject({ state: 'raised', tier: 'moderate', score: { points: 0, tier: null, reasons: [] } });
    expect(seen.changes.gone.map(({ code }) => code)).toEqual(['missed-sessions']);
  });

  it('tell when they would clear by themselves, and without which fact', async () => {
    const { flag } = await flagged();
    const { clearing } = await flags.get(supervisor(), flag.id);
    expect(clearing).toMatchObject({
      onItsOwnOn: addDays(TODAY, 30),
      hidden: 0,
      fewest: [{ code: 'missed-sessions' }],
    });
  });

  it('wait for nobody who has withdrawn the consent to be judged', async () => {
    const { person, flag } = await flagged();
    app.clock.moveTo(`${TODAY}T04:00:00Z`);
    await newConsent(app.manager, {
      personId: person.id,
      centreId,
      purpose: 'risk-screening',
      answer: 'withdrawn',
      recordedAt: app.clock.now(),
    });
    const { FlagsWhenConsentWithdrawn } = await import('../news/flags-when-consent-withdrawn.handler');
    await app.unitOfWork.run(() =>
      app.get(FlagsWhenConsentWithdrawn).handle({ personId: person.id, centreId, purpose: 'risk-screening' }),
    );
    expect((await flagsOf(person))[0]).toMatchObject({ id: flag.id, state: 'closed', outcome: 'consent-withdrawn' });
  });

  const runDaily = (): Promise<unknown> =>
    app.get(DailyRiskJob).run({
      id: newId(),
      input: {},
      viewer: supervisor(),
      requestedBy: newId(),
      checkpoint: null,
      signal: new AbortController().signal,
      progress: async () => undefined,
    });
});
