import { newUser } from '@sampan/access/testing';
import { type DomainEvent, type EventClass, Handlers, newId, PostOffice } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newCaseloadEntry, newPerson, type Person } from '@sampan/people/testing';
import { FollowUpMissed, LabourConcernReported } from '@sampan/placement';
import { RiskFlagAccepted, RiskFlagDecided, RiskFlagRaised } from '@sampan/risk';
import { newFlag } from '@sampan/risk/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { Case } from '../cases/case.entity';
import { CasesModule } from '../cases.module';
import { Task } from '../tasks/task.entity';
import { newCase } from '../testing';

describe('news, on the database', () => {
  let app: TestApp;
  let centreId: string;
  let organisationId: string;

  beforeAll(async () => {
    app = await testApp([CasesModule]);
    const centre = await newCentre(app.manager);
    [centreId, organisationId] = [centre.id, centre.organisationId];
  });
  afterAll(() => app.close());

  /** Delivers a letter to this room's handlers as the worker does, as often as told. */
  const hear = async (event: DomainEvent, times = 1): Promise<void> => {
    const letter = { eventId: newId(), announcedAt: app.clock.now().toISOString(), event };
    const { eventName } = event.constructor as EventClass;
    const mine = app
      .get(Handlers)
      .of(eventName)
      .filter(({ queue }) => queue.includes('/When'));
    for (let time = 0; time < times; time += 1) {
      for (const handler of mine) {
        await app.get(PostOffice).deliver(handler, letter);
      }
    }
  };
  const somebody = (): Promise<Person> => newPerson(app.manager, { centreId });
  const withWorker = async (): Promise<{ person: Person; workerId: string }> => {
    const person = await somebody();
    const { id: workerId } = await newUser(app.manager, { roles: ['social-worker'], reach: 'caseload', centreId });
    await newCaseloadEntry(app.manager, person, workerId);
    return { person, workerId };
  };
  const tasksOf = ({ id }: Person): Promise<Task[]> =>
    app.manager.find(Task, { where: { personId: id }, order: { createdAt: 'ASC', id: 'ASC' } });
  const accepted = (flagId: string, person: Person): RiskFlagAccepted =>
    new RiskFlagAccepted(flagId, person.id, centreId, newId(), 'talk');

  it('asks the person’s worker to look at a flag, by the flag’s clock, once', async () => {
    const { person, workerId } = await withWorker();
    const flag = await newFlag(app.manager, person, { tier: 'high', respondBy: '2026-03-05' });
    await hear(new RiskFlagRaised(flag.id, person.id, centreId, 'high', flag.respondBy), 2);
    await hear(new RiskFlagRaised(flag.id, person.id, centreId, 'high', flag.respondBy));
    expect(await tasksOf(person)).toMatchObject([
      {
        kind: 'review-flag',
        detail: 'high',
        dueOn: '2026-03-05',
        assigneeId: workerId,
        sourceId: flag.id,
        state: 'open',
      },
    ]);
  });

  it('leaves a flag on somebody in no caseload to the supervisor', async () => {
    const person = await somebody();
    const instructor = await newUser(app.manager, { roles: ['instructor'], reach: 'centre', centreId });
    await newCaseloadEntry(app.manager, person, instructor.id, { role: 'instructor' });
    const flag = await newFlag(app.manager, person);
    await hear(new RiskFlagRaised(flag.id, person.id, centreId, 'moderate', flag.respondBy));
    expect(await tasksOf(person)).toMatchObject([{ kind: 'review-flag', assigneeId: null }]);
  });

  it('asks nobody about a flag that has been decided before it was heard of', async () => {
    const person = await somebody();
    const flag = await newFlag(app.manager, person, { state: 'dismissed' });
    await hear(new RiskFlagRaised(flag.id, person.id, centreId, 'moderate', flag.respondBy));
    expect(await tasksOf(person)).toEqual([]);
  });

  it.each(['accepted', 'dismissed', 'deferred', 'closed'] as const)('asks nobody any more to look at a flag that is %s', async (state) => {
    const { person } = await withWorker();
    const flag = await newFlag(app.manager, person);
    await hear(new RiskFlagRaised(flag.id, person.id, centreId, 'moderate', flag.respondBy));
    await hear(new RiskFlagDecided(flag.id, person.id, centreId, state), 2);
    expect(await tasksOf(person)).toMatchObject([{ kind: 'review-flag', state: 'done' }]);
  });

  it('asks again when a deferred flag comes back', async () => {
    const { person } = await withWorker();
    const flag = await newFlag(app.manager, person);
    await hear(new RiskFlagRaised(flag.id, person.id, centreId, 'moderate', flag.respondBy));
    await app.manager.update(Task, { sourceId: flag.id }, { state: 'done' });
    await hear(new RiskFlagRaised(flag.id, person.id, centreId, 'moderate', flag.respondBy));
    expect((await tasksOf(person)).map(({ state }) => state)).toEqual(['done', 'open']);
  });

  it('makes one case, one task and one neutral call of an accepted flag', async () => {
    const { person, workerId } = await withWorker();
    const flag = await newFlag(app.manager, person);
    await hear(accepted(flag.id, person), 2);

    const [file, ...others] = await app.manager.findBy(Case, { personId: person.id });
    expect(others).toEqual([]);
    expect(file).toMatchObject({ source: 'flag', flagId: flag.id, ownerId: workerId, stage: 'intake', organisationId });
    const tasks = await tasksOf(person);
    expect(tasks.map(({ kind, state }) => `${kind}:${state}`).sort()).toEqual([
      'offer-help:open',
      'please-call:open',
    ]);
    expect(tasks.find(({ kind }) => kind === 'please-call')).toMatchObject({
      title: null,
      detail: null,
      sourceId: null,
      caseId: null,
    });
  });

  it('opens the case of somebody in no caseload without an owner, for the supervisor', async () => {
    const person = await somebody();
    await hear(accepted(newId(), person));
    expect(await app.manager.findOneByOrFail(Case, { personId: person.id })).toMatchObject({
      ownerId: null,
      stage: 'referred',
    });
  });

  it('adds to the open case instead of opening a second one', async () => {
    const { person, workerId } = await withWorker();
    const file = await newCase(app.manager, person, { organisationId, ownerId: workerId });
    await hear(accepted(newId(), person));
    expect(await app.manager.countBy(Case, { personId: person.id })).toBe(1);
    expect((await tasksOf(person)).find(({ kind }) => kind === 'offer-help')).toMatchObject({
      caseId: file.id,
      assigneeId: workerId,
    });
  });

  it('turns a labour concern into a task for the same day when it is grave', async () => {
    const { person, workerId } = await withWorker();
    await hear(new LabourConcernReported(person.id, centreId, newId(), 'critical', ['debt-bondage'], []), 2);
    expect(await tasksOf(person)).toMatchObject([
      { kind: 'labour-concern', detail: 'critical', dueOn: '2026-03-02', assigneeId: workerId },
    ]);
  });

  it('turns a missed follow-up into a task, and the second in a row into one for today', async () => {
    const { person } = await withWorker();
    await hear(new FollowUpMissed(person.id, centreId, newId(), newId(), 1, false), 2);
    await hear(new FollowUpMissed(person.id, centreId, newId(), newId(), 2, false));
    expect((await tasksOf(person)).map(({ detail, dueOn }) => `${detail} ${dueOn}`)).toEqual([
      '1 2026-03-05',
      '2 2026-03-02',
    ]);
  });
});
