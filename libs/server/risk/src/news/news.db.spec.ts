import { addDays, Events, newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { ConsentWithdrawn, PersonMerged } from '@sampan/people';
import { newConsent, newPerson, Person } from '@sampan/people/testing';
import { FollowUpMissed, LabourConcernReported, PlacementEnded } from '@sampan/placement';
import { testApp, type TestApp } from '@sampan/testing';
import { EnrolmentEnded, SessionMissed } from '@sampan/training';
import { Flag } from '../flags/flag.entity';
import { RiskModule } from '../risk.module';
import { RiskSignal } from '../signals/signal.entity';
import { newFlag, newSignal } from '../testing';

const TODAY = '2026-03-02';
const LONG_ENOUGH = 200;

describe('news from other rooms', () => {
  let app: TestApp;
  let centreId: string;

  beforeAll(async () => {
    app = await testApp([RiskModule], `${TODAY}T03:00:00Z`);
    centreId = (await newCentre(app.manager)).id;
    await app.work();
  });
  afterAll(() => app.close());

  const somebody = async (): Promise<Person> => {
    const person = await newPerson(app.manager, { centreId });
    await newConsent(app.manager, { personId: person.id, centreId, purpose: 'risk-screening' });
    return person;
  };
  const announce = (...events: { centreId: string }[]): Promise<void> =>
    app.unitOfWork.run(async () => {
      for (const event of events) {
        await app.get(Events).announce(event);
      }
    });
  /** The worker delivers when it can; a look every few milliseconds until it has. */
  const until = async <T>(look: () => Promise<T | null | undefined | false>): Promise<T> => {
    for (let looks = 0; looks < LONG_ENOUGH; looks += 1) {
      const found = await look();
      if (found) {
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('It was not delivered.');
  };
  const signalsOf = (person: Person): Promise<RiskSignal[]> =>
    app.manager.find(RiskSignal, { where: { personId: person.id }, order: { kind: 'ASC' } });

  it('becomes one signal and one flag, though it was announced twice', async () => {
    const [person, enrolmentId, sessionId] = [await somebody(), newId(), newId()];
    const news = new SessionMissed(person.id, centreId, enrolmentId, sessionId, TODAY, 3);
    await announce(news, news);
    // Delivered in order: when this one is here, both were.
    await announce(new SessionMissed(person.id, centreId, newId(), newId(), TODAY, 3));
    await until(async () => (await signalsOf(person)).length === 2);
    expect(await app.manager.countBy(Flag, { personId: person.id })).toBe(1);
    expect(await signalsOf(person)).toMatchObject([
      { expiresOn: addDays(TODAY, 30) },
      { expiresOn: addDays(TODAY, 30) },
    ]);
  });

  it('of training, of work, of checks and of conditions is kept with its source', async () => {
    const [person, enrolmentId, placementId, followUpId, concernId] = [
      await somebody(),
      newId(),
      newId(),
      newId(),
      newId(),
    ];
    await announce(
      new EnrolmentEnded(person.id, centreId, enrolmentId, 'left-early', 'no-contact'),
      new PlacementEnded(person.id, centreId, placementId, 'laid-off'),
      new FollowUpMissed(person.id, centreId, placementId, followUpId, 2, true),
      new LabourConcernReported(person.id, centreId, concernId, 'high', ['withholding-of-wages'], []),
    );
    const signals = await until(async () => {
      const all = await signalsOf(person);
      return all.length === 5 && all;
    });
    expect(signals.map(({ kind, sourceType, sourceId }) => [kind, sourceType, sourceId])).toEqual([
      ['follow-up-missed', 'follow-up', followUpId],
      ['labour-concern', 'labour-concern', concernId],
      ['placement-lost', 'placement', placementId],
      ['training-ended-early', 'enrolment', enrolmentId],
      ['wage-withheld', 'labour-concern', concernId],
    ]);
  });

  it('of a withdrawn consent closes what waits for a decision', async () => {
    const person = await somebody();
    const flag = await newFlag(app.manager, person);
    app.clock.moveTo(`${TODAY}T05:00:00Z`);
    await newConsent(app.manager, {
      personId: person.id,
      centreId,
      purpose: 'risk-screening',
      answer: 'withdrawn',
      recordedAt: app.clock.now(),
    });
    await announce(
      new ConsentWithdrawn(person.id, centreId, 'training'),
      new ConsentWithdrawn(person.id, centreId, 'risk-screening'),
    );
    const closed = await until(() => app.manager.findOneBy(Flag, { id: flag.id, state: 'closed' }));
    expect(closed.outcome).toBe('consent-withdrawn');
  });

  it('of a merge weighs both records as one person, with one flag', async () => {
    const [kept, other] = [await somebody(), await somebody()];
    const flag = await newFlag(app.manager, other);
    await newSignal(app.manager, kept, { kind: 'placement-lost', magnitude: 1 });
    await app.manager.update(Person, { id: other.id }, { mergedIntoId: kept.id, status: 'merged' });
    await announce(new PersonMerged(other.id, kept.id, centreId));
    const raised = await until(() => app.manager.findOneBy(Flag, { personId: kept.id, state: 'raised' }));
    expect(raised.tier).toBe('moderate');
    const [{ points }] = (await app.manager.query('SELECT points FROM risk_score WHERE id = $1', [raised.scoreId])) as [
      { points: number },
    ];
    expect(points).toBe(8);
    expect(await app.manager.findOneByOrFail(Flag, { id: flag.id })).toMatchObject({
      state: 'closed',
      outcome: 'merged',
    });
  });
});
