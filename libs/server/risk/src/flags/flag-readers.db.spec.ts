import { newUser, viewerOf } from '@sampan/access/testing';
import { newId, type Permission, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { showReference } from '@sampan/people';
import { newCaseloadEntry, newConsent, newPerson, Person } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { RiskModule } from '../risk.module';
import { ScreeningsService } from '../screenings/screenings.service';
import { SignalsService } from '../signals/signals.service';
import { signalsOfMissedSession } from '../signals/signals-of-events.rules';
import { newFlag } from '../testing';
import { Flag } from './flag.entity';
import { FlagStatistics } from './flag-statistics.service';
import { Flags } from './flags.service';

const TODAY = '2026-03-02';

describe('flags, and who reads them', () => {
  let app: TestApp;
  let flags: Flags;
  let signals: SignalsService;
  let screenings: ScreeningsService;
  let centreId: string;

  beforeAll(async () => {
    app = await testApp([RiskModule], `${TODAY}T03:00:00Z`);
    [flags, signals, screenings] = [app.get(Flags), app.get(SignalsService), app.get(ScreeningsService)];
    centreId = (await newCentre(app.manager)).id;
  });
  afterAll(() => app.close());

  const somebody = async (): Promise<Person> => {
    const person = await newPerson(app.manager, { centreId });
    await newConsent(app.manager, { personId: person.id, centreId, purpose: 'risk-screening' });
    return person;
  };
  const miss = (person: Person): Promise<void> =>
    signals.record(
      { personId: person.id, centreId },
      signalsOfMissedSession({ enrolmentId: newId(), sessionId: newId(), sessionDate: TODAY, consecutive: 3 }),
    );
  const flagsOf = ({ id }: Person): Promise<Flag[]> => app.manager.findBy(Flag, { personId: id });
  const supervisor = (over: Partial<Viewer> = {}): Viewer => viewerOf('supervisor', [centreId], over);
  const flagged = async (): Promise<{ person: Person; flag: Flag }> => {
    const person = await somebody();
    return { person, flag: await newFlag(app.manager, person) };
  };

  it('tell a reader who may not see a fact that there is one more, and nothing else about it', async () => {
    const person = await somebody();
    const viewer = viewerOf('social-worker', [centreId], { reach: 'centre' });
    await screenings.record(viewer, person.id, {
      instrumentId: 'online-scam-exposure-1',
      screenedOn: TODAY,
      answers: [
        { item: 'trafficked-before', rating: 'present' },
        { item: 'offer-in-hand', rating: 'present' },
      ],
    });
    const [flag] = await flagsOf(person);
    const permissions = new Set(
      [...viewer.permissions].filter((permission): permission is Permission => permission !== 'fact.sensitive'),
    );
    const seen = await flags.get({ ...viewer, permissions }, flag!.id);
    expect(seen.score).toMatchObject({ points: 8, hiddenReasons: 1 });
    expect(seen.score.reasons.map(({ code }) => code)).toEqual(['offer-in-hand']);
    expect(JSON.stringify(seen)).not.toContain('trafficked');
    expect(seen.suggestedHelp.map(({ code }) => code)).not.toContain('recovery-support');
  });

  it('of a person are found under every record that was joined with theirs, and name them as they are said on the phone', async () => {
    const [one, other] = [await flagged(), await flagged()];
    expect((await flags.list(supervisor(), { personId: one.person.id })).items).toMatchObject([
      { id: one.flag.id, person: { reference: showReference(one.person.reference) } },
    ]);
    await app.manager.update(Person, { id: other.person.id }, { status: 'merged', mergedIntoId: one.person.id });
    expect((await flags.list(supervisor(), { personId: one.person.id })).items.map(({ id }) => id).sort()).toEqual(
      [one.flag.id, other.flag.id].sort(),
    );
  });

  it('on somebody in no caseload are the supervisor’s, and no caseload worker sees them', async () => {
    const { person, flag } = await flagged();
    const worker = viewerOf('social-worker', [centreId]);
    const all = await flags.list(supervisor(), { personId: person.id });
    expect(all.items).toMatchObject([{ id: flag.id, unassigned: true }]);
    expect((await flags.list(worker, { personId: person.id })).items).toEqual([]);
    await expect(flags.get(worker, flag.id)).rejects.toMatchObject({ code: 'FLAG_NOT_FOUND' });
    await newCaseloadEntry(app.manager, person, worker.userId);
    expect((await flags.list(worker, { personId: person.id })).items).toMatchObject([
      { id: flag.id, unassigned: false },
    ]);
  });

  it('are told to the person’s own worker, in a notification that says nothing about whom or why', async () => {
    const person = await somebody();
    const worker = await newUser(app.manager, { roles: ['social-worker'], reach: 'caseload', centreId });
    const registrar = await newUser(app.manager, { roles: ['registrar'], centreId });
    await newCaseloadEntry(app.manager, person, worker.id);
    await newCaseloadEntry(app.manager, person, registrar.id);
    await miss(person);
    const told = (await app.manager.query(
      'SELECT user_id, kind, subject_type FROM notification WHERE user_id = ANY($1)',
      [[worker.id, registrar.id]],
    )) as object[];
    expect(told).toEqual([{ user_id: worker.id, kind: 'flag.raised', subject_type: 'flag' }]);
  });

  it('are listed by the day on which an answer is due, page by page, the last page before the first again', async () => {
    const own = (await newCentre(app.manager)).id;
    const viewer = supervisor({ centreIds: [own] });
    for (const birthDate of ['1990-01-01', '2012-01-01', '1991-01-01']) {
      const person = await newPerson(app.manager, { centreId: own, birthDate });
      await newConsent(app.manager, { personId: person.id, centreId: own, purpose: 'risk-screening' });
      await signals.record(
        { personId: person.id, centreId: own },
        signalsOfMissedSession({ enrolmentId: newId(), sessionId: newId(), sessionDate: TODAY, consecutive: 3 }),
      );
    }
    const first = await flags.list(viewer, { limit: 2 });
    expect(first.items.map(({ person }) => person.treatAsMinor)).toEqual([true, false]);
    const second = await flags.list(viewer, { limit: 2, cursor: first.nextCursor! });
    expect(second.items).toHaveLength(1);
    expect((await flags.list(viewer, { limit: 2, cursor: second.previousCursor! })).items.map(({ id }) => id)).toEqual(
      first.items.map(({ id }) => id),
    );
  });

  it('are counted for the supervisor by worker, with overrides in both directions, and for nobody of another centre', async () => {
    const own = (await newCentre(app.manager)).id;
    const [viewer, worker] = [supervisor({ centreIds: [own] }), viewerOf('social-worker', [own], { reach: 'centre' })];
    const one = await newPerson(app.manager, { centreId: own });
    await newConsent(app.manager, { personId: one.id, centreId: own, purpose: 'risk-screening' });
    const filled = {
      instrumentId: 'online-scam-exposure-1',
      screenedOn: TODAY,
      answers: [{ item: 'offer-in-hand', rating: 'present' }],
    };
    await screenings.record(worker, one.id, { ...filled, ownLevel: 'high', ownReasons: 'Has a ticket.' });
    await screenings.record(worker, one.id, { ...filled, ownLevel: 'low', ownReasons: 'Gave the ticket back.' });
    const [waiting] = (await flags.list(worker, {})).items;
    await flags.review(worker, waiting!.id, {
      action: 'dismiss',
      version: waiting!.version,
      reason: 'Gave the ticket back.',
    });
    const { workers } = await app.get(FlagStatistics).get(viewer);
    expect(workers).toEqual([
      {
        workerId: worker.userId,
        workerName: null,
        accepted: 0,
        dismissed: 1,
        deferred: 0,
        closed: 0,
        levelRaised: 1,
        levelLowered: 0,
      },
    ]);
    const stranger = supervisor({ centreIds: [(await newCentre(app.manager)).id] });
    expect((await app.get(FlagStatistics).get(stranger)).workers).toEqual([]);
  });
});
