import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signedInAs, signIn } from '../support/accounts';
import type { Client, Problem } from '../support/client';

describe('contacts, caseload and timeline of a person', () => {
  let database: DataSource;
  let centreId: string;
  let personId: string;
  let registrar: Client;
  let supervisor: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager, { country: 'TH' })).id;
    personId = (await newPerson(database.manager, { centreId })).id;
    registrar = await signedInAs(database, 'registrar', { centreId });
    supervisor = await signedInAs(database, 'supervisor', { centreId });
  });
  afterAll(() => database.destroy());

  it('keep a phone as everybody can call it, and whether that is safe', async () => {
    const added = await registrar.post<{ id: string; value: string; safeToCall: boolean | null }>(`people/${personId}/contacts`, { kind: 'phone', value: '๐๘๑-๒๓๔-๕๖๗๘' });
    expect([added.status, added.body]).toMatchObject([201, { value: '+66812345678', safeToCall: null }]);
    const change = { version: 1, safeToCall: false, safeWhen: 'never', whoMayAnswer: null };
    expect((await registrar.patch(`people/${personId}/contacts/${added.body.id}`, change)).body).toMatchObject({ safeToCall: false, version: 2 });
    expect((await registrar.patch<Problem>(`people/${personId}/contacts/${added.body.id}`, change)).body.code).toBe('STALE_VERSION');
    expect((await registrar.get(`people/${personId}/contacts`)).body).toHaveLength(1);
    expect(await database.query(`SELECT count(*)::int AS times FROM audit_entry WHERE person_id = $1 AND action = 'contact.opened'`, [personId])).toEqual([{ times: 1 }]);
  });

  it('refuse what cannot be called, and what is no contact', async () => {
    expect((await registrar.post<Problem>(`people/${personId}/contacts`, { kind: 'phone', value: 'x' })).body.code).toBe('CONTACT_UNREADABLE');
    expect((await registrar.post<Problem>(`people/${personId}/contacts`, { kind: 'phone' })).status).toBe(400);
    expect((await registrar.patch<Problem>(`people/${personId}/contacts/${personId}`, { version: 1 })).body.code).toBe('CONTACT_NOT_FOUND');
  });

  it('show the person to a worker who was given them, until that ends', async () => {
    const account = await newAccount(database, 'social-worker', { reach: 'caseload', centreId });
    const worker = await signIn(account.email);
    expect((await worker.get(`people/${personId}`)).status).toBe(404);
    const entry = { id: account.id, userId: account.id, role: 'social-worker' };
    const given = await supervisor.post<{ id: string; userName: string }>(`people/${personId}/caseload`, entry);
    expect([given.status, given.body.userName]).toEqual([201, account.displayName]);
    expect((await worker.get(`people/${personId}`)).status).toBe(200);
    expect((await supervisor.get<object[]>(`people/${personId}/caseload`)).body).toHaveLength(1);
    expect((await supervisor.post(`people/${personId}/caseload/${given.body.id}/end`)).status).toBe(204);
    expect((await worker.get(`people/${personId}`)).status).toBe(404);
    expect((await supervisor.post<Problem>(`people/${personId}/caseload/${personId}/end`)).body.code).toBe('CASELOAD_ENTRY_NOT_FOUND');
    expect((await supervisor.post<Problem>(`people/${personId}/caseload`, { ...entry, role: 'friend' })).status).toBe(400);
    expect((await supervisor.post<Problem>(`people/${personId}/caseload`, { ...entry, userId: personId })).body.code).toBe('USER_NOT_FOUND');
  });

  it('tell what happened, each line to those who may see it', async () => {
    const insert = (kind: string, fact: string) =>
      database.query(
        `INSERT INTO timeline_entry (id, person_id, centre_id, at, kind, fact, data, source_type, source_id)
         VALUES (uuidv7(), $1, $2, now(), $3, $4, '{}', 'test', uuidv7())`,
        [personId, centreId, kind, fact],
      );
    await insert('training.enrolled', 'fact.identity');
    await insert('risk.flag-raised', 'fact.protection');
    const kindsFor = async (client: Client, query = '') =>
      (await client.get<{ items: { kind: string }[] }>(`people/${personId}/timeline${query}`)).body.items.map(({ kind }) => kind);
    expect(await kindsFor(registrar)).toEqual(['training.enrolled']);
    expect(await kindsFor(supervisor)).toEqual(['risk.flag-raised', 'training.enrolled']);
    expect(await kindsFor(supervisor, '?rooms=risk')).toEqual(['risk.flag-raised']);
    expect((await supervisor.get(`people/${personId}/timeline?rooms=gossip`)).status).toBe(400);
  });
});
