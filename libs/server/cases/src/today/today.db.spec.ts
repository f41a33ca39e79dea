import { viewerOf } from '@sampan/access/testing';
import type { Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { showReference } from '@sampan/people';
import { newCaseloadEntry, newContact, newPerson, type Person } from '@sampan/people/testing';
import { newFlag } from '@sampan/risk/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { CasesModule } from '../cases.module';
import { Supervision } from '../supervision/supervision.service';
import { PleaseCalls } from '../tasks/please-calls.service';
import { Task } from '../tasks/task.entity';
import { Tasks } from '../tasks/tasks.service';
import { newCase, newGoal, newStep, newTask } from '../testing';
import { Today } from './today.service';

/** 10:00 at the centre, in Bangkok. */
const NOW = '2026-03-10T03:00:00Z';

describe('the day’s work, on the database', () => {
  let app: TestApp;
  let today: Today;
  let tasks: Tasks;
  let pleaseCalls: PleaseCalls;
  let centreId: string;
  let organisationId: string;

  beforeAll(async () => {
    app = await testApp([CasesModule], NOW);
    [today, tasks, pleaseCalls] = [app.get(Today), app.get(Tasks), app.get(PleaseCalls)];
  });
  beforeEach(async () => {
    const centre = await newCentre(app.manager);
    [centreId, organisationId] = [centre.id, centre.organisationId];
  });
  afterAll(() => app.close());

  const worker = (): Viewer => viewerOf('social-worker', [centreId]);
  const clientOf = async (viewer: Viewer, fullName: string): Promise<Person> => {
    const person = await newPerson(app.manager, { centreId, fullName });
    await newCaseloadEntry(app.manager, person, viewer.userId);
    return person;
  };

  it('says whom to call first, why, and how', async () => {
    const viewer = worker();
    const [dara, sokha] = [await clientOf(viewer, 'Dara'), await clientOf(viewer, 'Sokha')];
    await newTask(app.manager, dara, { assigneeId: viewer.userId, dueOn: '2026-03-07' });
    await newContact(app.manager, dara, { safeToCall: null });
    const file = await newCase(app.manager, sokha, { organisationId });
    const flag = await newFlag(app.manager, sokha, { tier: 'high', respondBy: '2026-03-09' });
    await newTask(app.manager, sokha, {
      kind: 'review-flag',
      detail: 'high',
      sourceId: flag.id,
      assigneeId: viewer.userId,
      dueOn: '2026-03-09',
    });
    await newStep(app.manager, await newGoal(app.manager, file), { workerId: viewer.userId, dueOn: '2026-03-10' });
    await newContact(app.manager, sokha, { value: '+85512000002', safeWhen: 'after six' });

    const { people } = await today.get(viewer);
    expect(people.map(({ person }) => person.fullName)).toEqual(['Sokha', 'Dara']);
    expect(people[0]).toMatchObject({
      caseId: file.id,
      urgency: 'now',
      reasons: [
        { key: 'today.reason.flag-overdue', params: { tier: 'high', days: 1 } },
        { key: 'today.reason.step-today', params: {} },
      ],
      contact: { answer: 'safe', means: [{ value: '+85512000002', safeWhen: 'after six' }] },
    });
    expect(people[1]).toMatchObject({ caseId: null, contact: { answer: 'not-asked', means: [] } });
  });

  it('shows nobody else’s work, and nobody who left the caseload', async () => {
    const [viewer, other] = [worker(), worker()];
    const [theirs, gone] = [await clientOf(other, 'Theirs'), await newPerson(app.manager, { centreId })];
    await newTask(app.manager, theirs, { assigneeId: other.userId, dueOn: '2026-03-10' });
    await newTask(app.manager, gone, { assigneeId: viewer.userId, dueOn: '2026-03-10' });
    expect((await today.get(viewer)).people).toEqual([]);
  });

  it('leaves out a flag that somebody has answered or put off', async () => {
    const viewer = worker();
    const person = await clientOf(viewer, 'Dara');
    for (const state of ['dismissed', 'deferred'] as const) {
      const { id: sourceId } = await newFlag(app.manager, person, { state, respondBy: '2026-03-10' });
      await newTask(app.manager, person, {
        kind: 'review-flag',
        detail: 'high',
        sourceId,
        assigneeId: viewer.userId,
        dueOn: '2026-03-10',
      });
    }
    expect((await today.get(viewer)).people).toEqual([]);
  });

  it('leaves a step of a closed case alone', async () => {
    const viewer = worker();
    const file = await newCase(app.manager, await clientOf(viewer, 'Closed'), {
      organisationId,
      stage: 'closed',
      closedAt: new Date(NOW),
    });
    await newStep(app.manager, await newGoal(app.manager, file), { workerId: viewer.userId, dueOn: '2026-03-01' });
    expect((await today.get(viewer)).people).toEqual([]);
  });

  it('shows "please call" to training staff, without any reason', async () => {
    const viewer = worker();
    const person = await clientOf(viewer, 'Sok Dara');
    await newTask(app.manager, person, { kind: 'review-flag', detail: 'urgent', assigneeId: viewer.userId });
    const { id } = await tasks.create(viewer, { personId: person.id, kind: 'please-call', dueOn: '2026-03-10' });

    const seen = await pleaseCalls.list(viewerOf('instructor', [centreId]));
    expect(seen).toEqual([
      {
        id,
        personId: person.id,
        reference: showReference(person.reference),
        fullName: 'Sok Dara',
        latinName: null,
        centreId,
        dueOn: '2026-03-10',
        version: 1,
      },
    ]);
    expect(await pleaseCalls.list(viewerOf('instructor', [(await newCentre(app.manager)).id]))).toEqual([]);
  });

  it('ends a "please call" when it was passed on, and no other task that way', async () => {
    const person = await newPerson(app.manager, { centreId });
    const [neutral, other] = [
      await newTask(app.manager, person, { kind: 'please-call' }),
      await newTask(app.manager, person),
    ];
    const instructor = viewerOf('instructor', [centreId]);
    await pleaseCalls.passOn(instructor, neutral.id, 1);
    expect(await app.manager.findOneByOrFail(Task, { id: neutral.id })).toMatchObject({
      state: 'done',
      endedBy: instructor.userId,
    });
    await expect(pleaseCalls.passOn(instructor, other.id, 1)).rejects.toMatchObject({ code: 'TASK_NOT_FOUND' });
  });

  it('refuses a task that was changed in the meantime, and shows both values', async () => {
    const viewer = worker();
    const task = await newTask(app.manager, await clientOf(viewer, 'Dara'), { assigneeId: viewer.userId });
    await tasks.finish(viewer, task.id, 1);
    await expect(tasks.cancel(viewer, task.id, { reason: 'Not needed.', version: 1 })).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: { mine: { state: 'cancelled' }, theirs: { state: 'done' } },
    });
  });

  it('gives the supervisor what is nobody’s, late or without contact', async () => {
    const viewer = worker();
    const person = await clientOf(viewer, 'Dara');
    const file = await newCase(app.manager, person, {
      organisationId,
      ownerId: null,
      stage: 'referred',
      intakeRecordedAt: null,
    });
    const flag = await newTask(app.manager, person, { kind: 'review-flag', detail: 'high', dueOn: '2026-03-20' });
    const late = await newTask(app.manager, person, { assigneeId: viewer.userId, dueOn: '2026-03-09' });
    await newTask(app.manager, person, { assigneeId: viewer.userId, dueOn: '2026-03-10' });
    const nobodys = await newTask(app.manager, person, { dueOn: '2026-03-20' });

    const queue = await app.get(Supervision).get(viewerOf('supervisor', [centreId]));
    expect(queue.unassignedCases.map(({ id }) => id)).toEqual([file.id]);
    expect(queue.flagsWithoutContact.map(({ id }) => id)).toEqual([flag.id]);
    expect(queue.overdueTasks.map(({ id }) => id)).toEqual([late.id]);
    expect(queue.unassignedTasks.map(({ id }) => id)).toEqual([nobodys.id]);
    expect(queue.workload).toEqual([{ workerId: viewer.userId, workerName: null, openCases: 0, openTasks: 2 }]);
  });
});
