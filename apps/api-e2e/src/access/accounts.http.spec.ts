import { newCentre } from '@sampan/organisations/testing';
import { newCaseloadEntry, newPerson } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signedInAs, signIn } from '../support/accounts';
import { Client, type Problem } from '../support/client';

interface Account {
  readonly id: string;
  readonly version: number;
  readonly active: boolean;
  readonly hasPassword: boolean;
  readonly lastSignInAt: string | null;
  readonly displayName: string;
}

describe('accounts', () => {
  let database: DataSource;
  let admin: Client;
  let place: { centreId: string; organisationId: string; country: string };

  beforeAll(async () => {
    database = await apiDatabase();
    admin = await signedInAs(database, 'administrator', { reach: 'all' });
    const centre = await newCentre(database.manager);
    place = { centreId: centre.id, organisationId: centre.organisationId, country: centre.country };
  });
  afterAll(() => database.destroy());

  const NEW = { displayName: 'Sok Chanthy', roles: ['registrar'], reach: 'centre', locale: 'km' };
  const email = () => `${crypto.randomUUID()}@test.example`;

  it('are made without a password, found by a part of the name, and changed under their version', async () => {
    const address = email();
    const made = await admin.post<Account>('users', { ...NEW, email: address.toUpperCase(), centreId: place.centreId });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ email: address, hasPassword: false, lastSignInAt: null, active: true, organisationId: place.organisationId, country: place.country });
    expect((await admin.post<Problem>('users', { ...NEW, email: address, centreId: place.centreId })).body).toMatchObject({ status: 409, code: 'EMAIL_TAKEN' });
    expect((await new Client().post<Problem>('auth/sign-in', { email: address, password: '!' })).body.code).toBe('SIGN_IN_FAILED');

    const found = await admin.post<{ items: Account[] }>('users/search', { text: address.slice(0, 20), centre: place.centreId, active: true });
    expect(found.body.items.map(({ id }) => id)).toEqual([made.body.id]);
    const change = { email: address, displayName: 'Sok Chanthy Renamed', locale: 'en' };
    expect((await admin.put<Account>(`users/${made.body.id}`, { ...change, version: 1 })).body).toMatchObject({ displayName: 'Sok Chanthy Renamed', version: 2 });
    expect((await admin.put<Problem>(`users/${made.body.id}`, { ...change, version: 1 })).body).toMatchObject({ status: 409, code: 'STALE_VERSION' });
  });

  it.each([
    ['REACH_NOT_OF_ROLE', { roles: ['registrar'], reach: 'all' }],
    ['ADMINISTRATOR_SEES_NO_PEOPLE', { roles: ['administrator', 'data-steward'], reach: 'country' }],
    ['ROLES_APART', { roles: ['analyst', 'release-approver'], reach: 'all' }],
    ['PLACE_MISSING', { roles: ['registrar'], reach: 'centre', centreId: null }],
  ])('are refused as %s', async (code, over) => {
    const answer = await admin.post<Problem>('users', { ...NEW, email: email(), centreId: place.centreId, ...over });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('never give more than whoever makes them has, and nobody governs their own', async () => {
    const limited = await newAccount(database, 'administrator', { reach: 'organisation', ...place, centreId: null });
    const client = await signIn(limited.email);
    expect((await client.post<Problem>('users', { ...NEW, email: email(), roles: ['administrator'], reach: 'all' })).body).toMatchObject({ status: 403, code: 'REACHES_FURTHER' });
    expect((await client.post<Problem>('users', { ...NEW, email: email(), centreId: (await newCentre(database.manager)).id })).body).toMatchObject({ status: 404, code: 'CENTRE_NOT_FOUND' });
    const wide = await newAccount(database, 'administrator', { reach: 'all' });
    expect((await client.get<Problem>(`users/${wide.id}`)).body).toMatchObject({ status: 404, code: 'USER_NOT_FOUND' });
    const own = { roles: ['administrator'], reach: 'all', successors: {}, version: limited.version };
    expect((await client.post<Problem>(`users/${limited.id}/assign`, own)).body).toMatchObject({ status: 409, code: 'OWN_ACCOUNT' });
    expect((await client.post<Problem>(`users/${limited.id}/leave`, { successors: {}, version: limited.version })).body.code).toBe('OWN_ACCOUNT');
  });

  it('are closed only when the work has gone to somebody, and the sign-in ends at once', async () => {
    const [worker, successor] = [await newAccount(database, 'social-worker', { reach: 'caseload', ...place }), await newAccount(database, 'social-worker', { reach: 'caseload', ...place })];
    const person = await newPerson(database.manager, { centreId: place.centreId });
    await newCaseloadEntry(database.manager, person, worker.id);
    const [theirs, other] = [await signIn(worker.email), await signIn(successor.email)];
    expect((await other.get(`people/${person.id}`)).status).toBe(404);

    const { body: work } = await admin.get<{ parts: { part: string; candidates: { id: string }[] }[] }>(`users/${worker.id}/work`);
    expect(work.parts).toMatchObject([{ part: 'casework', kinds: [{ kind: 'people', count: 1 }] }]);
    expect(work.parts[0]?.candidates.map(({ id }) => id)).toContain(successor.id);
    const leave = (successors: object) => admin.post<Account & Problem>(`users/${worker.id}/leave`, { successors, version: worker.version });
    expect((await leave({})).body).toMatchObject({ status: 422, code: 'SUCCESSOR_NEEDED' });
    expect((await theirs.get('auth/me')).status).toBe(200);

    const left = await leave({ casework: successor.id });
    expect(left.body).toMatchObject({ active: false, lastSignInAt: expect.any(String) });
    expect((await theirs.get('auth/me')).status).toBe(401);
    expect((await other.get(`people/${person.id}`)).status).toBe(200);
    expect((await admin.post<Account>(`users/${worker.id}/reactivate`, { version: left.body.version })).body.active).toBe(true);
  });

  it('get their link from whoever made them: also a supervisor’s from the administrator of the same organisation', async () => {
    const limited = await signIn((await newAccount(database, 'administrator', { reach: 'organisation', ...place, centreId: null })).email);
    const { body } = await limited.post<Account>('users', { ...NEW, email: email(), roles: ['supervisor'], reach: 'organisation', organisationId: place.organisationId });
    expect((await limited.post(`users/${body.id}/one-time-link`)).status).toBe(201);
    const wide = await newAccount(database, 'administrator', { reach: 'all', centreId: place.centreId });
    expect((await limited.post(`users/${wide.id}/one-time-link`)).status).not.toBe(201);
  });

  it('come back without the keys that their machines had before', async () => {
    const account = await newAccount(database, 'manager', { ...place });
    const { body: token } = await (await signIn(account.email)).post<{ secret: string }>('api-tokens', { name: 'Nightly', scope: ['programme.read'], days: 30 });
    const asMachine = async () => (await new Client().call('GET', 'programmes', undefined, { authorization: `Bearer ${token.secret}` })).status;
    expect(await asMachine()).toBe(200);
    const { body: link } = await admin.post<{ url: string }>(`users/${account.id}/one-time-link`);
    const left = await admin.post<Account>(`users/${account.id}/leave`, { successors: {}, version: account.version });
    await admin.post(`users/${account.id}/reactivate`, { version: left.body.version });
    expect(await asMachine()).toBe(401);
    expect((await new Client().post<Problem>('one-time-links/look', { token: new URL(link.url).hash.slice(1) })).status).toBe(404);
  });

  it('follow roles that everybody who looks after them may read', async () => {
    const { body } = await admin.get<{ code: string; permissions: string[]; reaches: string[] }[]>('roles');
    expect(body.find(({ code }) => code === 'registrar')).toMatchObject({ reaches: ['centre'], permissions: expect.arrayContaining(['person.register']) });
  });
});
