import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { newCohort, newEnrolment } from '@sampan/training/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface RegisterAnswer {
  readonly session: { readonly id: string; readonly version: number; readonly state: string };
  readonly codes: { readonly code: string; readonly markKey: string }[];
  readonly lines: { readonly enrolmentId: string; readonly code: string | null; readonly trainee: { readonly fullName: string } }[];
}

describe('sessions and registers', () => {
  let database: DataSource;
  let centreId: string;
  let instructor: Client;
  let manager: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    instructor = await signedInAs(database, 'instructor', { centreId });
    manager = await signedInAs(database, 'manager', { centreId });
  });
  afterAll(() => database.destroy());

  const aClass = async (names: readonly string[]): Promise<{ cohortId: string; enrolmentIds: string[] }> => {
    const cohort = await newCohort(database.manager, { centreId, places: 30 });
    const enrolmentIds: string[] = [];
    for (const fullName of names) {
      const { id } = await newPerson(database.manager, { centreId, fullName });
      enrolmentIds.push((await newEnrolment(database.manager, cohort, id)).id);
    }
    return { cohortId: cohort.id, enrolmentIds };
  };
  const aSession = async (cohortId: string, sessionOn: string): Promise<string> => {
    const { status, body } = await instructor.post<{ id: string }>(`cohorts/${cohortId}/sessions`, { sessionOn, startsAt: '08:00', endsAt: '10:00' });
    expect(status).toBe(201);
    return body.id;
  };

  it('are taken in the order of the names, corrected, and locked by the manager', async () => {
    const { cohortId, enrolmentIds } = await aClass(['Sokha', 'Arun', 'Dara']);
    const path = `sessions/${await aSession(cohortId, '2026-03-02')}/register`;
    const { body } = await instructor.get<RegisterAnswer>(path);
    expect(body.lines.map(({ trainee }) => trainee.fullName)).toEqual(['Arun', 'Dara', 'Sokha']);
    expect(body.codes.map(({ markKey }) => markKey)).toEqual(['P', 'L', 'E', 'A']);

    const marks = enrolmentIds.map((enrolmentId) => ({ enrolmentId, code: 'present' }));
    const taken = await instructor.put<RegisterAnswer>(path, { version: body.session.version, marks });
    expect([taken.status, taken.body.session.state]).toEqual([200, 'held']);
    const corrected = await instructor.put<RegisterAnswer>(path, { version: taken.body.session.version, marks: [{ enrolmentId: enrolmentIds[0], code: 'absent' }] });
    expect(corrected.body.lines.find(({ enrolmentId }) => enrolmentId === enrolmentIds[0])?.code).toBe('absent');

    const version = corrected.body.session.version;
    expect((await instructor.post<Problem>(`${path}/lock`, { version })).body.code).toBe('NOT_PERMITTED');
    expect((await manager.post<RegisterAnswer>(`${path}/lock`, { version })).body.session.state).toBe('locked');
    expect((await instructor.put<Problem>(path, { version: version + 1, marks: [{ enrolmentId: enrolmentIds[0], code: 'late' }] })).body.code).toBe('REGISTER_LOCKED');
  });

  it('refuse a stale correction with both values', async () => {
    const { cohortId, enrolmentIds } = await aClass(['Arun']);
    const path = `sessions/${await aSession(cohortId, '2026-03-03')}/register`;
    await instructor.put(path, { version: 1, marks: [{ enrolmentId: enrolmentIds[0], code: 'present' }] });
    const stale = await manager.put<Problem & { details: object }>(path, { version: 1, marks: [{ enrolmentId: enrolmentIds[0], code: 'absent' }] });
    expect(stale.status).toBe(409);
    expect(stale.body.details).toMatchObject({ mine: [{ code: 'absent' }], theirs: [{ code: 'present' }] });
  });

  it('are scheduled for weeks at once, and listed as missing when nobody has taken them', async () => {
    const { cohortId } = await aClass([]);
    const pattern = { from: '2026-02-02', until: '2026-02-08', weekdays: [1, 2], except: [], startsAt: '08:00', endsAt: '10:00' };
    const { status, body } = await instructor.post<{ id: string }[]>(`cohorts/${cohortId}/sessions/pattern`, pattern);
    expect([status, body.length]).toEqual([201, 2]);
    const missing = await instructor.get<{ id: string }[]>('sessions?registerMissing=true');
    expect(missing.body.map(({ id }) => id)).toEqual(expect.arrayContaining(body.map(({ id }) => id)));
    expect((await instructor.post<Problem>(`cohorts/${cohortId}/sessions/pattern`, pattern)).body.code).toBe('CLASH_OF_COHORT');
    expect((await instructor.get<{ sessions: unknown[] }>(`cohorts/${cohortId}/attendance?month=2026-02`)).body.sessions).toHaveLength(2);
  });

  it.each([
    ['cohorts/:cohortId/sessions', { sessionOn: '2026-03-02', startsAt: '25:00', endsAt: '26:00' }],
    ['cohorts/:cohortId/sessions/pattern', { from: '2026-02-02', until: '2026-02-08', weekdays: [8], except: [], startsAt: '08:00', endsAt: '10:00' }],
  ])('are not scheduled by %s with times or weekdays that do not exist', async (path, body) => {
    const { cohortId } = await aClass([]);
    expect((await instructor.post(path.replace(':cohortId', cohortId), body)).status).toBe(400);
  });
});
