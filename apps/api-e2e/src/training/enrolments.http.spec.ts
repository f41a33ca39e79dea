import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { newCohort, newEnrolment } from '@sampan/training/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

describe('enrolments', () => {
  let database: DataSource;
  let centreId: string;
  let registrar: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    registrar = await signedInAs(database, 'registrar', { centreId });
  });
  afterAll(() => database.destroy());

  const anEnrolment = async (over = {}): Promise<{ id: string; personId: string }> => {
    const cohort = await newCohort(database.manager, { centreId });
    return newEnrolment(database.manager, cohort, (await newPerson(database.manager, { centreId })).id, over);
  };

  it('end by withdrawal with a reason', async () => {
    const { id } = await anEnrolment();
    const { status, body } = await registrar.post(`enrolments/${id}/withdraw`, { reason: 'family-needs', version: 1 });
    expect([status, body]).toEqual([200, expect.objectContaining({ state: 'withdrawn', leavingReason: 'family-needs' })]);
    expect((await registrar.get(`enrolments/${id}`)).body).toEqual(body);
  });

  it.each([[{ reason: 'because' }], [{ reason: 'consent-withdrawn' }], [{ reason: 'other', exitedOn: 'yesterday' }], [{ reason: 'other', version: 'one' }]])(
    'do not end with %j',
    async (wrong) => {
      const { id } = await anEnrolment();
      expect((await registrar.post(`enrolments/${id}/withdraw`, { version: 1, ...wrong })).status).toBe(400);
    },
  );

  it('wait for staff when it seems that the trainee has left, and end as left early when they confirm it', async () => {
    const { id } = await anEnrolment({ leftEarlySuspectedOn: '2026-03-01' });
    const waiting = await registrar.get<{ items: { id: string }[] }>('enrolments?waitingFor=left-early');
    expect(waiting.body.items.map((one) => one.id)).toContain(id);
    expect((await registrar.post(`enrolments/${id}/confirm-left-early`, { reason: 'no-contact', version: 1 })).body).toMatchObject({ state: 'left-early' });
    const other = await anEnrolment();
    expect((await registrar.post<Problem>(`enrolments/${other.id}/confirm-left-early`, { reason: 'no-contact', version: 1 })).body.code).toBe('NOT_LEFT_EARLY');
  });

  it('are listed by person', async () => {
    const { id, personId } = await anEnrolment();
    expect((await registrar.get(`enrolments?personId=${personId}`)).body).toMatchObject({ items: [{ id }], nextCursor: null });
  });
});
