import { newCentre, newOrganisation } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signedInAs, signIn } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface Entry {
  readonly action: string;
  readonly doneByName: string | null;
  readonly personId: string | null;
  readonly centreId: string | null;
}

describe('the audit', () => {
  let database: DataSource;
  let officer: Client;
  let centreId: string;
  let personId: string;
  let supervisorId: string;

  beforeAll(async () => {
    database = await apiDatabase();
    const organisation = await newOrganisation(database.manager, { country: 'TH' });
    centreId = (await newCentre(database.manager, { organisationId: organisation.id, country: 'TH' })).id;
    personId = (await newPerson(database.manager, { centreId })).id;
    officer = await signedInAs(database, 'data-protection-officer', { reach: 'organisation', organisationId: organisation.id, country: 'TH' });
    const account = await newAccount(database, 'supervisor', { centreId, displayName: 'Sopheak Supervisor' });
    supervisorId = account.id;
    await (await signIn(account.email)).get(`people/${personId}`);
  });
  afterAll(() => database.destroy());

  const search = async (query: object) => (await officer.post<{ items: Entry[]; nextCursor: string | null }>('audit/search', query)).body;

  it('is found by whom, about whom, by action and by time, page by page', async () => {
    expect((await search({ about: personId })).items).toMatchObject([{ action: 'person.opened', doneByName: 'Sopheak Supervisor', personId }]);
    expect((await search({ doneBy: supervisorId, action: 'person.' })).items).toHaveLength(1);
    expect((await search({ doneBy: supervisorId, action: 'note.' })).items).toEqual([]);
    expect((await search({ about: personId, until: '2020-01-01T00:00:00Z' })).items).toEqual([]);
    expect((await search({ about: personId, from: '2020-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z', limit: 1 })).nextCursor).toBeNull();
    await signIn((await newAccount(database, 'registrar', { centreId })).email);
    const { items } = await search({ limit: 100 });
    expect(new Set(items.map((entry) => entry.centreId))).toEqual(new Set([centreId]));
  });

  it('is not looked at without a trace', async () => {
    const account = await newAccount(database, 'administrator', { reach: 'all' });
    const administrator = await signIn(account.email);
    await administrator.post('audit/search', { about: personId });
    const { items } = (await administrator.post<{ items: { action: string; details: object }[] }>('audit/search', { doneBy: account.id })).body;
    expect(items[0]).toMatchObject({ action: 'audit.searched', details: { about: personId } });
  });

  it('is not looked at without a trace on its later pages either', async () => {
    const account = await newAccount(database, 'administrator', { reach: 'all' });
    const cursor = Buffer.from(JSON.stringify([1, '9999-01-01T00:00:00Z', 'ffffffff-ffff-4fff-bfff-ffffffffffff'])).toString('base64url');
    expect((await (await signIn(account.email)).post('audit/search', { about: personId, cursor })).status).toBe(200);
    expect(await database.query(`SELECT details->>'about' AS about FROM audit_entry WHERE viewer_id = $1 AND action = 'audit.searched'`, [account.id])).toEqual([{ about: personId }]);
  });

  it.each([{ doneBy: 'somebody' }, { from: 'yesterday' }, { action: 'Person%' }, { limit: 1000 }, { text: 'Sok Dara' }])('is not searched by %j', async (query) => {
    expect((await officer.post('audit/search', query)).status).toBe(400);
  });

  it('shows the newest seal, and how long entries are kept', async () => {
    expect((await officer.get<{ number: number | null }>('audit/newest-seal')).status).toBe(200);
    const kinds = (await officer.get<{ kind: string; keepMonths: number; version: number }[]>('audit/retention')).body;
    expect(kinds.map(({ kind }) => kind)).toEqual(['change', 'opening', 'sensitive-opening', 'sign-in']);
    const { keepMonths, version } = kinds.find(({ kind }) => kind === 'opening')!;
    expect((await officer.put<Problem>('audit/retention/opening', { keepMonths: 1, version })).body.code).toBe('BELOW_STATUTORY_MINIMUM');
    expect((await officer.put<{ version: number }>('audit/retention/opening', { keepMonths, version })).body).toMatchObject({ keepMonths, version: version + 1 });
    expect((await officer.put<Problem>('audit/retention/opening', { keepMonths, version })).body.code).toBe('STALE_VERSION');
    expect((await officer.put('audit/retention/gossip', { keepMonths, version })).status).toBe(400);
    const administrator = await signedInAs(database, 'administrator', { reach: 'all' });
    expect((await administrator.put<Problem>('audit/retention/opening', { keepMonths, version: version + 1 })).body.code).toBe('NOT_PERMITTED');
  });

  it('is exported as a job and fetched by whoever asked for it', async () => {
    const refused = await officer.post<Problem>('audit/exports', { from: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z', format: 'csv' });
    expect(refused.body.code).toBe('PERIOD_EMPTY');
    expect((await officer.post('audit/exports', { from: 'x', until: 'y', format: 'pdf' })).status).toBe(400);
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const { status, body } = await officer.post<{ jobId: string }>('audit/exports', { from, until, format: 'ndjson' });
    expect(status).toBe(201);
    const again = await officer.post<{ jobId: string }>('audit/exports', { id: body.jobId, from, until, format: 'ndjson' });
    expect([again.status, again.body.jobId]).toEqual([201, body.jobId]);
    for (let tries = 0; tries < 200 && (await officer.get<{ state: string }>(`jobs/${body.jobId}`)).body.state !== 'done'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const file = await officer.get<Buffer>(`audit/exports/${body.jobId}`);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'application/x-ndjson', expect.stringMatching(/^attachment; filename="audit-/)]);
    const lines = file.body.toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as { type: string; entry?: Entry | null });
    expect(lines.some(({ type, entry }) => type === 'entry' && entry?.personId === personId)).toBe(true);
    expect(lines.filter(({ type }) => type === 'entry').every(({ entry }) => entry?.centreId === centreId)).toBe(true);
  });
});
