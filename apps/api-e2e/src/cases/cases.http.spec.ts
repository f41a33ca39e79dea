import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newCaseloadEntry, newConsent, newPerson, type Person } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signIn } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface CaseAnswer {
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly ownerId: string;
}

describe('cases', () => {
  let database: DataSource;
  let centreId: string;
  let worker: Client;
  let workerId: string;
  let supervisor: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    const account = await newAccount(database, 'social-worker', { reach: 'caseload', centreId });
    [worker, workerId] = [await signIn(account.email), account.id];
    supervisor = await signIn((await newAccount(database, 'supervisor', { centreId })).email);
  });
  afterAll(() => database.destroy());

  const client = async (): Promise<Person> => {
    const person = await newPerson(database.manager, { centreId });
    await newConsent(database.manager, { personId: person.id, centreId, purpose: 'hold-record' });
    await newCaseloadEntry(database.manager, person, workerId);
    return person;
  };
  const order = (person: Person) => ({
    id: newId(),
    personId: person.id,
    source: 'walk-in',
    presentingIssue: 'Unsure about an offer.',
  });
  const opened = async (): Promise<CaseAnswer> => (await worker.post<CaseAnswer>('cases', order(await client()))).body;

  it('opens a case, lists it and shows it', async () => {
    const person = await client();
    const { status, body } = await worker.post<CaseAnswer>('cases', order(person));
    expect([status, body.stage, body.ownerId]).toEqual([201, 'assessment', workerId]);
    const list = await worker.get<{ items: CaseAnswer[] }>(`cases?owner=mine&open=true&personId=${person.id}`);
    expect(list.body.items.map(({ id }) => id)).toEqual([body.id]);
    expect((await worker.get<CaseAnswer>(`cases/${body.id}`)).body).toMatchObject({
      version: 1,
      bar: expect.any(Array),
    });
  });

  it('answers 400 with the fields when the request makes no sense', async () => {
    const { status, body } = await worker.post<Problem>('cases', {
      personId: 'nobody',
      source: 'rumour',
      presentingIssue: 5,
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/personId.*source.*presentingIssue/);
  });

  it('refuses a case without consent to hold a record', async () => {
    const person = await newPerson(database.manager, { centreId });
    await newCaseloadEntry(database.manager, person, workerId);
    const { status, body } = await worker.post<Problem>('cases', order(person));
    expect([status, body.code]).toEqual([422, 'CONSENT_MISSING']);
  });

  it('refuses a second open case', async () => {
    const person = await client();
    await worker.post('cases', order(person));
    const { status, body } = await worker.post<Problem>('cases', order(person));
    expect([status, body.code]).toEqual([409, 'CASE_ALREADY_OPEN']);
  });

  it('closes through the supervisor only', async () => {
    const file = await opened();
    const asked = await worker.post<CaseAnswer>(`cases/${file.id}/closure`, {
      reason: 'declined-further-help',
      outcome: 'unknown',
      version: file.version,
    });
    expect([asked.status, asked.body.stage]).toEqual([200, 'closing']);
    expect((await worker.post(`cases/${file.id}/closure/decision`, { decision: 'approved' })).status).toBe(403);
    const decided = await supervisor.post<CaseAnswer>(`cases/${file.id}/closure/decision`, { decision: 'approved' });
    expect(decided.body.stage).toBe('closed');
    const reopened = await worker.post<CaseAnswer>(`cases/${file.id}/reopening`, {
      reason: 'She called.',
      version: decided.body.version,
    });
    expect(reopened.body.stage).toBe('reopened');
  });

  it('has nothing to decide while nobody has asked to close', async () => {
    const file = await opened();
    const { status, body } = await supervisor.post<Problem>(`cases/${file.id}/closure/decision`, {
      decision: 'approved',
    });
    expect([status, body.code]).toEqual([422, 'CLOSURE_NOT_REQUESTED']);
  });

  it('lets nobody approve the closure that they asked for', async () => {
    const file = await opened();
    await supervisor.post(`cases/${file.id}/closure`, {
      reason: 'lost-contact',
      outcome: 'unknown',
      version: file.version,
    });
    const { status, body } = await supervisor.post<Problem>(`cases/${file.id}/closure/decision`, {
      decision: 'approved',
    });
    expect([status, body.code]).toEqual([403, 'APPROVAL_NEEDS_SECOND_PERSON']);
  });

  it('rejects a stage that the records do not lead to', async () => {
    const file = await opened();
    const { status, body } = await worker.post<Problem>(`cases/${file.id}/rejection`, {
      reason: 'not-in-scope',
      version: file.version,
    });
    expect([status, body.code]).toEqual([422, 'CASE_STAGE_NOT_ALLOWED']);
  });

  it('shows both values when somebody else was faster', async () => {
    const file = await opened();
    const change = { presentingIssue: 'Theirs', version: file.version };
    expect((await supervisor.post(`cases/${file.id}/intake`, change)).status).toBe(200);
    const { status, body } = await worker.post<Problem>(`cases/${file.id}/intake`, {
      ...change,
      presentingIssue: 'Mine',
    });
    expect([status, body.code]).toEqual([409, 'STALE_VERSION']);
    expect(JSON.stringify(body)).toMatch(/Mine.*Theirs/);
  });

  it('plans, finishes and drops steps', async () => {
    const file = await opened();
    const { body: plan } = await worker.post<{ goals: { id: string }[] }>(`cases/${file.id}/goals`, {
      text: 'Safe work',
      dimension: 'income',
    });
    const goalId = plan.goals[0]!.id;
    const added = await worker.post<{ goals: { steps: { id: string; version: number }[] }[] }>(
      `cases/${file.id}/goals/${goalId}/steps`,
      {
        text: 'Write an application',
        owner: 'client',
        dueOn: '2030-01-15',
      },
    );
    const step = added.body.goals[0]!.steps[0]!;
    expect((await worker.post(`cases/${file.id}/steps/${step.id}/done`, { version: step.version })).status).toBe(200);
    const dropped = await worker.post<Problem>(`cases/${file.id}/steps/${step.id}/dropped`, {
      reason: 'No.',
      version: step.version + 1,
    });
    expect([dropped.status, dropped.body.code]).toEqual([422, 'STEP_NOT_OPEN']);
    const early = await worker.post<Problem>(`cases/${file.id}/plan/agreement`, {
      agreedWith: 'client',
      version: file.version,
    });
    expect([early.status, early.body.code]).toEqual([422, 'PLAN_NEEDS_ASSESSMENT']);
  });

  it('records the outcome scale only whole', async () => {
    const file = await opened();
    const half = { occasion: 'intake', observedOn: '2026-01-05', scores: { safety: 2 } };
    const { status, body } = await worker.post<Problem>(`cases/${file.id}/assessments`, half);
    expect([status, body.code]).toEqual([422, 'OUTCOME_SCORES_INCOMPLETE']);
    expect((await worker.get<unknown[]>(`cases/${file.id}/assessments`)).body).toEqual([]);
  });

  it('opens a level-3 note only with a reason', async () => {
    const file = await opened();
    const note = await worker.post<{ id: string; text: null }>(`cases/${file.id}/notes`, {
      level: 'level-3',
      section: 'health',
      text: 'What she told.',
    });
    expect([note.status, note.body.text]).toEqual([201, null]);
    const without = await worker.post<Problem>(`cases/${file.id}/notes/${note.body.id}/opening`, { reason: '' });
    expect([without.status, without.body.code]).toEqual([422, 'REASON_TOO_SHORT']);
    const opening = await worker.post<{ text: string }>(`cases/${file.id}/notes/${note.body.id}/opening`, {
      reason: 'Preparing the visit to the doctor.',
    });
    expect(opening.body.text).toBe('What she told.');
  });

  it('reads a level-3 note anew for every request, noting each, and keeps what was read nowhere', async () => {
    const file = await opened();
    const note = await worker.post<{ id: string }>(`cases/${file.id}/notes`, { level: 'level-3', section: 'health', text: 'What she told.' });
    const key = { 'idempotency-key': newId() };
    for (const reason of ['Preparing the visit to the doctor.', 'Preparing the visit to the court.']) {
      expect((await worker.post<{ text: string }>(`cases/${file.id}/notes/${note.body.id}/opening`, { reason }, key)).body.text).toBe('What she told.');
    }
    expect(await database.query('SELECT count(*)::int AS times FROM case_note_opening WHERE note_id = $1', [note.body.id])).toEqual([{ times: 2 }]);
  });

  it('gives the answer to a repeated request from what only the key can open', async () => {
    const [person, key] = [await client(), { 'idempotency-key': newId() }];
    const { id: _, ...asked } = order(person);
    const [first, again] = [await worker.post<CaseAnswer>('cases', asked, key), await worker.post<CaseAnswer>('cases', asked, key)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    const [kept] = await database.query<{ answer: string }[]>('SELECT answer FROM idempotent_request WHERE key = $1', [key['idempotency-key']]);
    expect(kept?.answer).toMatch(/^v2\./);
  });
});
