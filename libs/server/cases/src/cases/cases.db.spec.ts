import { newUser, viewerOf } from '@sampan/access/testing';
import { newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { Caseload, showReference } from '@sampan/people';
import { newCaseloadEntry, newConsent, newPerson, Person } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { Assessments } from '../assessments/assessments.service';
import { OUTCOME_DIMENSIONS, type OutcomeScores } from '../assessments/outcome-scale.rules';
import { CasesModule } from '../cases.module';
import { Plans } from '../plans/plans.service';
import { newCase, newTask } from '../testing';
import { Case } from './case.entity';
import { Cases } from './cases.service';
import { Closures } from './closures';

const scores = Object.fromEntries(OUTCOME_DIMENSIONS.map((dimension) => [dimension, 3])) as unknown as OutcomeScores;

describe('cases, on the database', () => {
  let app: TestApp;
  let cases: Cases;
  let closures: Closures;
  let plans: Plans;
  let assessments: Assessments;
  let centreId: string;
  let organisationId: string;

  beforeAll(async () => {
    app = await testApp([CasesModule]);
    [cases, closures, plans, assessments] = [app.get(Cases), app.get(Closures), app.get(Plans), app.get(Assessments)];
    const centre = await newCentre(app.manager);
    [centreId, organisationId] = [centre.id, centre.organisationId];
  });
  afterAll(() => app.close());

  const worker = async (): Promise<Viewer> => {
    const user = await newUser(app.manager, { roles: ['social-worker'], reach: 'caseload', centreId });
    return viewerOf('social-worker', [centreId], { userId: user.id });
  };
  const supervisor = (): Viewer => viewerOf('supervisor', [centreId]);
  const clientOf = async ({ userId }: Viewer, over: Partial<Person> = {}): Promise<Person> => {
    const person = await newPerson(app.manager, { centreId, ...over });
    await newConsent(app.manager, { personId: person.id, centreId, purpose: 'hold-record' });
    await newCaseloadEntry(app.manager, person, userId);
    return person;
  };
  const talk = { source: 'walk-in', presentingIssue: 'Was offered work abroad.' } as const;
  const passTime = (minutes: number): void =>
    app.clock.moveTo(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());
  const auditOf = (subjectId: string): Promise<{ action: string }[]> =>
    app.manager.query('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [subjectId]);

  it('opens a case for the worker who spoke with the person', async () => {
    const viewer = await worker();
    const person = await clientOf(viewer);
    const file = await cases.open(viewer, { personId: person.id, ...talk });
    expect(file).toMatchObject({
      ownerId: viewer.userId,
      stage: 'assessment',
      centreId,
      person: { id: person.id, reference: showReference(person.reference) },
    });
    expect(file.number).toMatch(/^C-\d{3}-\d{3}-\d$/);
    const [line] = await app.manager.query('SELECT kind, fact, data FROM timeline_entry WHERE source_id = $1', [
      file.id,
    ]);
    expect(line).toMatchObject({ kind: 'cases.opened', fact: 'fact.protection' });
    expect(JSON.stringify(line.data)).not.toContain('offered');
  });

  it('makes one case of the same request sent twice', async () => {
    const viewer = await worker();
    const person = await clientOf(viewer);
    const order = { id: newId(), personId: person.id, ...talk };
    const [first, second] = [await cases.open(viewer, order), await cases.open(viewer, order)];
    expect(second.id).toBe(first.id);
    expect(await app.manager.countBy(Case, { personId: person.id })).toBe(1);
  });

  it('keeps one open case per person, also when two workers open it at once', async () => {
    const [one, other] = [await worker(), await worker()];
    const person = await clientOf(one);
    await newCaseloadEntry(app.manager, person, other.userId);
    const results = await Promise.allSettled(
      [one, other].map((viewer) => cases.open(viewer, { personId: person.id, ...talk })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'CASE_ALREADY_OPEN' });
    await expect(cases.open(one, { personId: person.id, ...talk })).rejects.toMatchObject({
      code: 'CASE_ALREADY_OPEN',
    });
  });

  it('lists the cases of a person under every record that was joined with theirs', async () => {
    const viewer = await worker();
    const [kept, joined, stranger] = [await clientOf(viewer), await clientOf(viewer), await clientOf(viewer)];
    const files = [await newCase(app.manager, kept, { organisationId }), await newCase(app.manager, joined, { organisationId })];
    await newCase(app.manager, stranger, { organisationId });
    const idsOf = async () => (await cases.list(viewer, { personId: kept.id })).items.map(({ id }) => id).sort();
    expect(await idsOf()).toEqual([files[0]!.id]);
    await app.manager.update(Person, { id: joined.id }, { status: 'merged', mergedIntoId: kept.id });
    expect(await idsOf()).toEqual(files.map(({ id }) => id).sort());
  });

  it('hides the case of somebody else’s client', async () => {
    const person = await clientOf(await worker());
    const file = await newCase(app.manager, person, { organisationId });
    await expect(cases.get(await worker(), file.id)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
    expect((await cases.list(await worker(), {})).items).toEqual([]);
  });

  it('writes down who opened the file', async () => {
    const viewer = await worker();
    const file = await newCase(app.manager, await clientOf(viewer), { organisationId });
    await cases.get(viewer, file.id);
    expect(await auditOf(file.id)).toEqual([{ action: 'case.opened' }]);
  });

  it('goes through its stages as its records are made, and is closed by a second person', async () => {
    const viewer = await worker();
    const person = await clientOf(viewer);
    const { id } = await cases.open(viewer, { personId: person.id, ...talk });
    const stage = async (): Promise<string> => (await cases.get(viewer, id)).stage;
    const version = async (): Promise<number> => (await cases.get(viewer, id)).version;

    await assessments.record(viewer, id, { occasion: 'intake', observedOn: '2026-03-02', scores });
    expect(await stage()).toBe('planning');

    const [goal] = (await plans.addGoal(viewer, id, { text: 'A safe job' })).goals;
    await plans.addStep(viewer, id, goal!.id, { text: 'Write an application', owner: 'client', dueOn: '2026-03-09' });
    await plans.agree(viewer, id, { agreedWith: 'client', version: await version() });
    expect(await stage()).toBe('in-progress');

    await assessments.record(viewer, id, { occasion: 'closure', observedOn: '2026-03-02', scores });
    await closures.request(viewer, id, { reason: 'goals-met', outcome: 'safe-in-work', version: await version() });
    expect(await stage()).toBe('closing');

    await expect(
      closures.decide({ ...supervisor(), userId: viewer.userId }, id, { decision: 'approved' }),
    ).rejects.toMatchObject({
      code: 'APPROVAL_NEEDS_SECOND_PERSON',
    });
    expect((await closures.decide(supervisor(), id, { decision: 'approved' })).stage).toBe('closed');

    passTime(1);
    const reopened = await closures.reopen(viewer, id, { reason: 'She called again.', version: await version() });
    expect(reopened.stage).toBe('reopened');
    passTime(1);
    await assessments.record(viewer, id, { occasion: 'review', observedOn: '2026-03-02', scores });
    expect(await stage()).toBe('planning');
  });

  it('goes back to work when the supervisor returns the closure, with the comment', async () => {
    const viewer = await worker();
    const file = await newCase(app.manager, await clientOf(viewer), { organisationId });
    await closures.request(viewer, file.id, { reason: 'lost-contact', outcome: 'unknown', version: file.version });
    const returned = await closures.decide(supervisor(), file.id, {
      decision: 'returned',
      comment: 'Visit her once more.',
    });
    expect(returned).toMatchObject({
      stage: 'assessment',
      closureReason: null,
      closureRequest: { comment: 'Visit her once more.' },
    });
  });

  it('is not closed over open tasks', async () => {
    const viewer = await worker();
    const file = await newCase(app.manager, await clientOf(viewer), { organisationId });
    await newTask(app.manager, { id: file.personId, centreId }, { caseId: file.id });
    await expect(
      closures.request(viewer, file.id, { reason: 'lost-contact', outcome: 'unknown', version: file.version }),
    ).rejects.toMatchObject({ code: 'CASE_HAS_OPEN_TASKS' });
  });

  it('refuses a change made on an older state, and shows both values', async () => {
    const viewer = await worker();
    const file = await newCase(app.manager, await clientOf(viewer), { organisationId });
    await cases.recordIntake(viewer, file.id, { presentingIssue: 'Theirs', version: file.version });
    await expect(
      cases.recordIntake(viewer, file.id, { presentingIssue: 'Mine', version: file.version }),
    ).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: { mine: { presentingIssue: 'Mine' }, theirs: { presentingIssue: 'Theirs' } },
    });
  });

  it('gives a case to a worker, who then sees it', async () => {
    const person = await clientOf(await worker());
    const file = await newCase(app.manager, person, {
      organisationId,
      ownerId: null,
      stage: 'referred',
      intakeRecordedAt: null,
    });
    const next = await worker();
    const given = await cases.assign(supervisor(), file.id, { ownerId: next.userId, version: file.version });
    expect(given).toMatchObject({ ownerId: next.userId, stage: 'intake' });
    expect(await app.get(Caseload).isIn(next.userId, person.id)).toBe(true);
    expect((await cases.list(next, { owner: 'mine' })).items.map(({ id }) => id)).toEqual([file.id]);
  });

  it('gives no case to a colleague who may not work on cases', async () => {
    const file = await newCase(app.manager, await clientOf(await worker()), { organisationId });
    const instructor = await newUser(app.manager, { roles: ['instructor'], reach: 'centre', centreId });
    await expect(
      cases.assign(supervisor(), file.id, { ownerId: instructor.id, version: file.version }),
    ).rejects.toMatchObject({ code: 'WORKER_NOT_FOUND' });
  });

  it('asks a guardian too when the age is in doubt', async () => {
    const viewer = await worker();
    const person = await clientOf(viewer, { ageInDoubt: true });
    const file = await newCase(app.manager, person, {
      organisationId,
      assessedAt: new Date('2026-03-02T03:00:00Z'),
      stage: 'planning',
    });
    const [goal] = (await plans.addGoal(viewer, file.id, { text: 'Back to school' })).goals;
    await plans.addStep(viewer, file.id, goal!.id, { text: 'Meet the teacher', owner: 'worker', dueOn: '2026-03-09' });
    await expect(plans.agree(viewer, file.id, { agreedWith: 'client', version: file.version })).rejects.toMatchObject({
      code: 'PLAN_NEEDS_GUARDIAN',
    });
    expect(
      await plans.agree(viewer, file.id, { agreedWith: 'client-and-guardian', version: file.version }),
    ).toMatchObject({
      agreedOn: '2026-03-02',
    });
  });

  it('pages through cases both ways', async () => {
    const viewer = await worker();
    for (let index = 0; index < 5; index += 1) {
      const openedAt = new Date(`2026-03-0${index + 1}T03:00:00Z`);
      await newCase(app.manager, await clientOf(viewer), { organisationId, openedAt });
    }
    const first = await cases.list(viewer, { limit: 2 });
    const second = await cases.list(viewer, { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ openedAt }) => openedAt.slice(8, 10))).toEqual([
      '05',
      '04',
      '03',
      '02',
    ]);
    expect((await cases.list(viewer, { limit: 2, cursor: second.previousCursor! })).items).toEqual(first.items);
  });
});
