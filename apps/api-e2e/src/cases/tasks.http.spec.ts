import { newTask } from '@sampan/cases/testing';
import { newCentre } from '@sampan/organisations/testing';
import { newCaseloadEntry, newPerson, type Person } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signIn } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface TaskAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

describe('tasks, today, the queue and "please call"', () => {
  let database: DataSource;
  let centreId: string;
  let worker: Client;
  let workerId: string;
  let supervisor: Client;
  let instructor: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    const account = await newAccount(database, 'social-worker', { reach: 'caseload', centreId });
    [worker, workerId] = [await signIn(account.email), account.id];
    supervisor = await signIn((await newAccount(database, 'supervisor', { centreId })).email);
    instructor = await signIn((await newAccount(database, 'instructor', { centreId })).email);
  });
  afterAll(() => database.destroy());

  const client = async (): Promise<Person> => {
    const person = await newPerson(database.manager, { centreId });
    await newCaseloadEntry(database.manager, person, workerId);
    return person;
  };
  const written = async (person: Person): Promise<TaskAnswer> =>
    (
      await worker.post<TaskAnswer>('tasks', {
        personId: person.id,
        kind: 'general',
        title: 'Ask about the contract',
        dueOn: '2020-01-15',
      })
    ).body;

  it('writes, lists and finishes a task', async () => {
    const task = await written(await client());
    const mine = await worker.get<{ items: { id: string; overdue: boolean }[] }>('tasks?limit=100');
    expect(mine.body.items.find(({ id }) => id === task.id)).toMatchObject({ overdue: true });
    const { status, body } = await worker.post<TaskAnswer>(`tasks/${task.id}/done`, { version: task.version });
    expect([status, body.state]).toEqual([200, 'done']);
  });

  it('cancels with a reason only', async () => {
    const task = await written(await client());
    const { status, body } = await worker.post<Problem>(`tasks/${task.id}/cancellation`, {
      reason: ' ',
      version: task.version,
    });
    expect([status, body.code]).toEqual([422, 'TASK_REASON_MISSING']);
  });

  it('answers 400 to a day that does not exist', async () => {
    const order = { personId: (await client()).id, kind: 'general', title: 'Call', dueOn: '2026-02-30' };
    expect((await worker.post('tasks', order)).status).toBe(400);
  });

  it('puts the person on the worker’s day', async () => {
    const person = await client();
    await written(person);
    const { body } = await worker.get<{ people: { person: { id: string }; reasons: { key: string }[] }[] }>('today');
    expect(body.people.find((entry) => entry.person.id === person.id)?.reasons[0]?.key).toBe(
      'today.reason.task-overdue',
    );
  });

  it('lets the supervisor give a task of nobody to a worker', async () => {
    const person = await newPerson(database.manager, { centreId });
    const task = await newTask(database.manager, person);
    const queue = await supervisor.get<{ unassignedTasks: { id: string }[] }>('supervision');
    expect(queue.body.unassignedTasks.map(({ id }) => id)).toContain(task.id);
    const { status, body } = await supervisor.post(`tasks/${task.id}/assignee`, { assigneeId: workerId, version: 1 });
    expect([status, body]).toMatchObject([200, { assigneeId: workerId }]);
    expect((await worker.post(`tasks/${task.id}/done`, { version: 2 })).status).toBe(200);
  });

  it('shows an instructor whom to tell, and no word of why', async () => {
    const person = await client();
    await newTask(database.manager, person, { kind: 'review-flag', detail: 'urgent', assigneeId: workerId });
    const asked = await worker.post<TaskAnswer>('tasks', {
      personId: person.id,
      kind: 'please-call',
      dueOn: '2030-01-15',
    });
    const { body } = await instructor.get<{ id: string }[]>('please-calls');
    const line = body.find(({ id }) => id === asked.body.id);
    expect(Object.keys(line ?? {}).sort()).toEqual([
      'centreId',
      'dueOn',
      'fullName',
      'id',
      'latinName',
      'personId',
      'reference',
      'version',
    ]);
    expect((await instructor.get('tasks')).status).toBe(403);
    expect((await instructor.post(`please-calls/${asked.body.id}/done`, { version: 1 })).status).toBe(204);
  });

  it('refuses words on a "please call"', async () => {
    const order = { personId: (await client()).id, kind: 'please-call', title: 'about the flag', dueOn: '2030-01-15' };
    const { status, body } = await worker.post<Problem>('tasks', order);
    expect([status, body.code]).toEqual([422, 'NEUTRAL_TASK_HAS_TEXT']);
  });
});
