import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { newConcern } from '@sampan/placement/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface ConcernAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly reporter: string | null;
}

describe('labour concerns', () => {
  let database: DataSource;
  let centreId: string;
  let registrar: Client;
  let officer: Client;
  let supervisor: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    registrar = await signedInAs(database, 'registrar', { centreId });
    officer = await signedInAs(database, 'placement-officer', { centreId });
    supervisor = await signedInAs(database, 'supervisor', { centreId });
  });
  afterAll(() => database.destroy());

  const report = async (over = {}) =>
    registrar.post<ConcernAnswer>('labour-concerns', {
      personId: (await newPerson(database.manager, { centreId })).id, indicators: ['debt-bondage'], words: 'She must pay back the ticket', reportedBy: 'colleague', reporter: 'A friend', ...over,
    });

  it('are reported by anybody at the centre, who then reads no concern', async () => {
    const { status, body } = await report();
    expect([status, Object.keys(body)]).toEqual([201, ['id']]);
    expect((await registrar.get<Problem>(`labour-concerns/${body.id}`)).body.code).toBe('NOT_PERMITTED');
  });

  it('show who reported to the handler, and are referred, not mediated', async () => {
    const { id } = (await report()).body;
    const triaged = await supervisor.post<ConcernAnswer>(`labour-concerns/${id}/triage`, { severity: 'high', version: 1 });
    expect([triaged.status, triaged.body.state, triaged.body.reporter]).toEqual([200, 'triaged', 'A friend']);
    expect((await officer.get<ConcernAnswer>(`labour-concerns/${id}`)).body.reporter).toBeNull();

    const { version } = triaged.body;
    expect((await supervisor.post<Problem>(`labour-concerns/${id}/move`, { to: 'mediating', version })).body.code).toBe('CONCERN_NEVER_MEDIATED');
    expect((await supervisor.post<ConcernAnswer>(`labour-concerns/${id}/move`, { to: 'referred', outcome: 'Labour inspection', version })).body.state).toBe('referred');
  });

  it('open their words with a reason, to those who may read them', async () => {
    const { id } = (await report()).body;
    expect((await supervisor.post(`labour-concerns/${id}/words`, { reason: 'To refer it' })).body).toEqual({ words: 'She must pay back the ticket' });
    expect((await officer.post<Problem>(`labour-concerns/${id}/words`, { reason: 'curious' })).body.code).toBe('WORDS_SENSITIVE');
    expect((await supervisor.post(`labour-concerns/${id}/words`, {})).status).toBe(400);
  });

  it('are listed by state', async () => {
    const { id: personId } = await newPerson(database.manager, { centreId });
    const { id } = await newConcern(database.manager, { centreId, personId, state: 'referred' });
    expect((await officer.get<{ items: ConcernAnswer[] }>('labour-concerns?state=referred')).body.items.map((one) => one.id)).toContain(id);
  });

  it.each([[{ indicators: ['bad-food'] }], [{ indicators: null }], [{ reportedBy: 'a bird' }], [{ words: 'a'.repeat(10_001) }]])('are not reported with %j', async (wrong) => {
    expect((await report(wrong)).status).toBe(400);
  });

  it.each([['triage', { severity: 'terrible', version: 1 }], ['move', { to: 'received', version: 1 }], ['move', { to: 'closed' }]])('refuse %s with %j', async (what, wrong) => {
    const { id } = (await report()).body;
    expect((await supervisor.post(`labour-concerns/${id}/${what}`, wrong)).status).toBe(400);
  });
});
