import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newPerson } from '@sampan/people/testing';
import { newProgrammeVersion } from '@sampan/training/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface CohortAnswer {
  readonly id: string;
  readonly version: number;
  readonly taken: number;
  readonly state: string;
}

describe('cohorts', () => {
  let database: DataSource;
  let centreId: string;
  let manager: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    manager = await signedInAs(database, 'manager', { centreId });
  });
  afterAll(() => database.destroy());

  const plan = { places: 1, startsOn: '2031-03-03', plannedEndOn: '2031-08-29', enrolmentClosesOn: '2031-03-17' };
  const aCohort = async (code: string): Promise<CohortAnswer> => {
    const { id: programmeVersionId } = await newProgrammeVersion(database.manager);
    const { body } = await manager.post<CohortAnswer>('cohorts', { ...plan, code, centreId, programmeVersionId });
    return (await manager.post<CohortAnswer>(`cohorts/${body.id}/transition`, { to: 'open', version: body.version })).body;
  };
  const aConsenting = async (): Promise<string> => {
    const { id } = await newPerson(database.manager, { centreId });
    await newConsent(database.manager, { personId: id, centreId, purpose: 'training' });
    return id;
  };

  it('are planned, opened, and filled to the last place', async () => {
    const cohort = await aCohort('HTTP-1');
    expect(cohort).toMatchObject({ state: 'open', taken: 0 });
    const first = await manager.post(`cohorts/${cohort.id}/enrolments`, { personId: await aConsenting() });
    expect([first.status, first.body]).toEqual([201, expect.objectContaining({ state: 'registered' })]);
    const second = await manager.post<Problem>(`cohorts/${cohort.id}/enrolments`, { personId: await aConsenting() });
    expect([second.status, second.body.code]).toEqual([422, 'COHORT_FULL']);
    expect((await manager.get<CohortAnswer>(`cohorts/${cohort.id}`)).body.taken).toBe(1);
    expect((await manager.get<unknown[]>(`cohorts/${cohort.id}/enrolments`)).body).toHaveLength(1);
  });

  it('take nobody who has not agreed to be trained', async () => {
    const cohort = await aCohort('HTTP-2');
    const { id: personId } = await newPerson(database.manager, { centreId });
    const { status, body } = await manager.post<Problem>(`cohorts/${cohort.id}/enrolments`, { personId });
    expect([status, body.code]).toEqual([422, 'CONSENT_MISSING']);
  });

  it('are changed only by who has read their latest state', async () => {
    const cohort = await aCohort('HTTP-3');
    const stale = await manager.put<Problem>(`cohorts/${cohort.id}`, { ...plan, code: 'HTTP-3', places: 9, version: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
    expect((await manager.put(`cohorts/${cohort.id}`, { ...plan, code: 'HTTP-3', places: 9, version: cohort.version })).body).toMatchObject({ places: 9 });
  });

  it.each([
    [{ code: 'no capitals' }],
    [{ places: 0 }],
    [{ startsOn: '2031-02-30' }],
    [{ centreId: 'nowhere' }],
  ])('are not planned with %j', async (wrong) => {
    const { id: programmeVersionId } = await newProgrammeVersion(database.manager);
    const { status, body } = await manager.post<Problem>('cohorts', { ...plan, code: 'HTTP-4', centreId, programmeVersionId, ...wrong });
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('are listed by state', async () => {
    const cohort = await aCohort('HTTP-5');
    const ids = async (query: string) => (await manager.get<{ items: { id: string }[] }>(`cohorts?${query}`)).body.items.map(({ id }) => id);
    expect(await ids('state=open')).toContain(cohort.id);
    expect(await ids('state=planned')).not.toContain(cohort.id);
    expect((await manager.get<Problem>('cohorts?cursor=nonsense')).body.code).toBe('CURSOR_INVALID');
  });
});
