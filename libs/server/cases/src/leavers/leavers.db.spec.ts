import { newUser, viewerOf } from '@sampan/access/testing';
import { newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newCaseloadEntry, newPerson } from '@sampan/people/testing';
import { newConcern } from '@sampan/placement/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { newCohort, newSession } from '@sampan/training/testing';
import { DataSource } from 'typeorm';
import { Case } from '../cases/case.entity';
import { CasesModule } from '../cases.module';
import { newCase, newGoal, newStep, newTask } from '../testing';
import { Leavers } from './leavers';

/** Columns that say whose work something is, with the open rows that a leaver must not keep. */
const OWNERS = {
  'caseload_entry.user_id': 'to_on IS NULL',
  'case_file.owner_id': `stage NOT IN ('closed', 'rejected')`,
  'case_step.worker_id': `state = 'open'`,
  'case_task.assignee_id': `state = 'open'`,
  'labour_concern.handler_id': `state <> 'closed'`,
  'training_session.instructor_id': `state = 'scheduled'`,
} as const;
/** Names under which rooms keep whose work something is. A new one of these needs a hand-over, or a word here why not. */
const SAYS_WHOSE = /^(owner|worker|assignee|handler|instructor|user|responsible|officer|reviewer|coordinator)_id$/;
/** What belongs to the user as a user, and what says who once did something. */
const NOT_WORK = new Set([
  'session.user_id', 'notification.user_id', 'api_token.user_id', 'one_time_link.user_id', 'pending_sign_in.user_id', 'second_factor.user_id', 'recovery_code.user_id',
  'provider_identity.user_id', 'saved_view.owner_id', 'break_glass.user_id', 'reach_exception.user_id', 'risk_flag_review.reviewer_id',
]);

describe('a leaver’s hand-over, on the database', () => {
  let app: TestApp;
  let leavers: Leavers;
  let admin: Viewer;
  let place: { centreId: string; organisationId: string; country: string };

  beforeAll(async () => {
    app = await testApp([CasesModule]);
    leavers = app.get(Leavers);
    const centre = await newCentre(app.manager);
    place = { centreId: centre.id, organisationId: centre.organisationId, country: centre.country };
    const { id: userId } = await newUser(app.manager, { roles: ['administrator'], reach: 'all' });
    admin = viewerOf('administrator', [centre.id], { userId, reach: 'all' });
  });
  afterAll(() => app.close());

  const worker = () => newUser(app.manager, { roles: ['social-worker'], reach: 'caseload', ...place });
  const leftWith = async (userId: string): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const [column, open] of Object.entries(OWNERS)) {
      const [table = '', name = ''] = column.split('.');
      const [{ count }] = (await app.manager.query(`SELECT count(*)::int AS count FROM ${table} WHERE ${name} = $1 AND ${open}`, [userId])) as [{ count: number }];
      counts[column] = count;
    }
    return counts;
  };
  /** A social worker with one piece of everything that a social worker can have in hand. */
  const busyWorker = async () => {
    const user = await worker();
    const [known, unknown] = [await newPerson(app.manager, { centreId: place.centreId }), await newPerson(app.manager, { centreId: place.centreId })];
    await newCaseloadEntry(app.manager, known, user.id);
    const file = await newCase(app.manager, known, { organisationId: place.organisationId, ownerId: user.id });
    await newStep(app.manager, await newGoal(app.manager, file), { workerId: user.id });
    await newTask(app.manager, unknown, { assigneeId: user.id });
    await newConcern(app.manager, { personId: known.id, centreId: place.centreId, handlerId: user.id, state: 'triaged' });
    return { user, known, unknown, file };
  };

  it('knows every column that says whose work something is', () => {
    const columns = app
      .get(DataSource)
      .entityMetadatas.flatMap((entity) => entity.columns.map((column) => `${entity.tableName}.${column.databaseName}`))
      .filter((column) => SAYS_WHOSE.test(column.split('.')[1] ?? '') && !NOT_WORK.has(column));
    expect(columns.sort()).toEqual(Object.keys(OWNERS).sort());
  });

  it('leaves nothing without an owner', async () => {
    const { user, known, unknown, file } = await busyWorker();
    const successor = await worker();
    const closed = await newCase(app.manager, await newPerson(app.manager, { centreId: place.centreId }), { organisationId: place.organisationId, ownerId: user.id, stage: 'closed' });

    const { parts } = await leavers.preview(admin, user.id);
    expect(parts.map(({ part, kinds }) => [part, kinds])).toEqual([
      ['casework', [{ kind: 'people', count: 1 }, { kind: 'cases', count: 1 }, { kind: 'steps', count: 1 }, { kind: 'tasks', count: 1 }]],
      ['placement', [{ kind: 'concerns', count: 1 }]],
    ]);
    expect(parts[0]?.candidates.map(({ id }) => id)).toContain(successor.id);
    expect(parts[0]?.candidates.map(({ id }) => id)).not.toContain(user.id);

    const left = await leavers.leave(admin, user.id, { version: user.version, successors: { casework: successor.id, placement: successor.id } });
    expect(left.active).toBe(false);
    expect(Object.values(await leftWith(user.id))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await leftWith(successor.id)).toMatchObject({ 'case_file.owner_id': 1, 'case_step.worker_id': 1, 'case_task.assignee_id': 1, 'labour_concern.handler_id': 1 });
    // Of the task's person too: without that the successor could not see the task.
    const people = (await app.manager.query(`SELECT person_id FROM caseload_entry WHERE user_id = $1 AND to_on IS NULL`, [successor.id])) as { person_id: string }[];
    expect(people.map((row) => row.person_id).sort()).toEqual([known.id, unknown.id].sort());
    expect((await app.manager.findOneByOrFail(Case, { id: file.id })).version).toBe(file.version + 1);
    expect((await app.manager.findOneByOrFail(Case, { id: closed.id })).ownerId).toBe(user.id);
  });

  it('keeps the account open while somebody’s work has no successor', async () => {
    const { user } = await busyWorker();
    const successor = await worker();
    await expect(leavers.leave(admin, user.id, { version: user.version, successors: { casework: successor.id } })).rejects.toMatchObject({ code: 'SUCCESSOR_NEEDED', details: { part: 'placement' } });
    const [{ active }] = (await app.manager.query('SELECT active FROM app_user WHERE id = $1', [user.id])) as [{ active: boolean }];
    expect(active).toBe(true);
    expect((await leftWith(user.id))['case_file.owner_id']).toBe(1);
    expect((await leftWith(successor.id))['case_file.owner_id']).toBe(0);
  });

  it('gives work only to somebody who may do it where it is', async () => {
    const { user } = await busyWorker();
    const registrar = await newUser(app.manager, { roles: ['registrar'], ...place });
    const stranger = await newUser(app.manager, { roles: ['social-worker'], reach: 'caseload', centreId: (await newCentre(app.manager)).id });
    for (const unfit of [registrar.id, stranger.id, user.id, newId()]) {
      await expect(leavers.leave(admin, user.id, { version: user.version, successors: { casework: unfit, placement: unfit } })).rejects.toMatchObject({ code: 'SUCCESSOR_UNFIT' });
    }
  });

  it('gives an instructor’s sessions to an instructor who is free then', async () => {
    const cohort = await newCohort(app.manager, { centreId: place.centreId });
    const [leaver, busy, free] = [await newUser(app.manager, { roles: ['instructor'], ...place }), await newUser(app.manager, { roles: ['instructor'], ...place }), await newUser(app.manager, { roles: ['instructor'], ...place })];
    const session = await newSession(app.manager, cohort, { instructorId: leaver.id, state: 'scheduled' });
    await newSession(app.manager, cohort, { instructorId: busy.id, state: 'scheduled', sessionOn: session.sessionOn, startsAt: session.startsAt, endsAt: session.endsAt });
    await expect(leavers.leave(admin, leaver.id, { version: leaver.version, successors: { training: busy.id } })).rejects.toMatchObject({ code: 'SUCCESSOR_CLASHES', details: { clashes: 1 } });
    await leavers.leave(admin, leaver.id, { version: leaver.version, successors: { training: free.id } });
    expect((await leftWith(free.id))['training_session.instructor_id']).toBe(1);
  });

  it('hands over what somebody may no longer do in another role, and leaves them the rest', async () => {
    const { user } = await busyWorker();
    const supervisor = { roles: ['supervisor' as const], reach: 'centre' as const, centreId: place.centreId };
    const promoted = await leavers.assign(admin, user.id, { ...supervisor, version: user.version, successors: {} });
    expect(promoted.roles).toEqual(['supervisor']);
    expect((await leftWith(user.id))['case_file.owner_id']).toBe(1);

    const registrar = { roles: ['registrar' as const], reach: 'centre' as const, centreId: place.centreId };
    await expect(leavers.assign(admin, user.id, { ...registrar, version: promoted.version, successors: {} })).rejects.toMatchObject({ code: 'SUCCESSOR_NEEDED' });
    const successor = await worker();
    await leavers.assign(admin, user.id, { ...registrar, version: promoted.version, successors: { casework: successor.id, placement: successor.id } });
    expect(Object.values(await leftWith(user.id))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('never shuts out the last administrator, also when two go at once', async () => {
    const [one, other] = [await newUser(app.manager, { roles: ['administrator'], reach: 'all' }), await newUser(app.manager, { roles: ['administrator'], reach: 'all' })];
    await app.manager.query(`UPDATE app_user SET active = false WHERE 'administrator' = ANY(roles) AND id <> ALL($1)`, [[one.id, other.id]]);
    const as = (userId: string): Viewer => ({ ...admin, userId });
    const answers = await Promise.allSettled([
      leavers.leave(as(one.id), other.id, { version: other.version, successors: {} }),
      leavers.leave(as(other.id), one.id, { version: one.version, successors: {} }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LAST_ADMINISTRATOR' } });
  });
});
