import { newCentre } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, PASSWORD, signedInAs, signIn } from '../support/accounts';
import { Client, type Problem } from '../support/client';

describe('auth', () => {
  let database: DataSource;

  beforeAll(async () => {
    database = await apiDatabase();
  });

  afterAll(() => database.destroy());

  const centreId = async (): Promise<string> => (await newCentre(database.manager)).id;

  it('lets somebody in who knows the password, and says who they are', async () => {
    const { email } = await newAccount(database, 'registrar', { centreId: await centreId() });
    const client = new Client();
    const { status, headers } = await client.post('auth/sign-in', { email, password: PASSWORD });
    expect(status).toBe(200);
    expect(headers.getSetCookie().find((cookie) => cookie.startsWith('sampan_session='))).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect((await client.get<{ user: { email: string } }>('auth/me')).body).toMatchObject({ user: { displayName: 'Test user' } });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await newAccount(database, 'registrar');
    const wrong = await new Client().post<Problem>('auth/sign-in', { email, password: 'not this one at all' });
    const unknown = await new Client().post<Problem>('auth/sign-in', { email: `nobody-${email}`, password: 'not this one at all' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body.code).toBe(unknown.body.code);
  });

  it('refuses a write that does not carry the token of the session', async () => {
    const client = await signedInAs(database, 'registrar', { centreId: await centreId() });
    client.sendsCsrf = false;
    expect((await client.put<Problem>('auth/locale', { locale: 'km' })).status).toBe(403);
    client.sendsCsrf = true;
    expect((await client.put('auth/locale', { locale: 'km' })).status).toBe(204);
  });

  it('signs out here and everywhere', async () => {
    const { email } = await newAccount(database, 'registrar', { centreId: await centreId() });
    const [one, other] = [await signIn(email), await signIn(email)];
    await one.post('auth/sign-out');
    expect((await one.get('auth/me')).status).toBe(401);
    expect((await other.get('auth/me')).status).toBe(200);
    const third = await signIn(email);
    await third.post('auth/sign-out-everywhere');
    expect((await other.get('auth/me')).status).toBe(401);
  });

  it('answers bad input with 400 and the fields', async () => {
    const { status, body } = await new Client().post<Problem>('auth/sign-in', { email: 'no address', password: '' });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('email');
  });
});
