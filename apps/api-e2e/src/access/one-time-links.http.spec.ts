import { newCentre } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, PASSWORD, signedInAs, signIn } from '../support/accounts';
import { Client, type Problem } from '../support/client';

const CHOSEN = 'a boat crosses the wide river';

describe('one-time links', () => {
  let database: DataSource;
  let administrator: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    administrator = await signedInAs(database, 'administrator', { reach: 'all' });
  });
  afterAll(() => database.destroy());

  const newLink = async () => {
    const account = await newAccount(database, 'registrar', { centreId: (await newCentre(database.manager)).id });
    const { status, body, headers } = await administrator.post<{ url: string; endsAt: string }>(`users/${account.id}/one-time-link`);
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
    return { ...account, token: new URL(body.url).hash.slice(1), url: body.url };
  };
  const choose = (token: string, password = CHOSEN) => new Client().post<Problem>('one-time-links/choose-password', { token, password });

  it('let somebody choose a password once, and end every session', async () => {
    const { email, token } = await newLink();
    const before = await signIn(email);
    expect((await new Client().post('one-time-links/look', { token })).status).toBe(204);
    expect((await choose(token)).status).toBe(204);
    expect((await before.get('auth/me')).status).toBe(401);
    await signIn(email, CHOSEN);
    const again = await choose(token, 'another sentence altogether');
    expect([again.status, again.body.code]).toEqual([404, 'LINK_NOT_VALID']);
  });

  it('carry the token where no server sees it, and keep only its hash', async () => {
    const { url, token, id } = await newLink();
    expect(new URL(url).pathname).toBe('/choose-password');
    expect(token.length).toBeGreaterThanOrEqual(40);
    expect(JSON.stringify(await database.query('SELECT * FROM one_time_link WHERE user_id = $1', [id]))).not.toContain(token);
  });

  it('answer alike when they are unknown, too old, replaced, or of a closed account', async () => {
    const old = await newLink();
    await database.query(`UPDATE one_time_link SET ends_at = now() - interval '1 second' WHERE user_id = $1`, [old.id]);
    const replaced = await newLink();
    await administrator.post(`users/${replaced.id}/one-time-link`);
    const closed = await newLink();
    await database.query('UPDATE app_user SET active = false WHERE id = $1', [closed.id]);
    const answers = await Promise.all([old.token, replaced.token, closed.token, 'x'.repeat(43)].map((token) => choose(token)));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([404, 'LINK_NOT_VALID']));
    expect(new Set(answers.map(({ body }) => body.title)).size).toBe(1);
  });

  it('refuse a poor password and are still good after that', async () => {
    const { token } = await newLink();
    expect((await choose(token, 'short')).body.code).toBe('PASSWORD_TOO_SHORT');
    expect((await choose(token)).status).toBe(204);
  });

  it('give the account to one of two who come at once', async () => {
    const { token } = await newLink();
    const statuses = (await Promise.all([choose(token), choose(token, 'another sentence altogether')])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([204, 404]);
  });

  it('are no way around the pause or the second step', async () => {
    const { email, token, id } = await newLink();
    await database.query('UPDATE app_user SET second_factor_since = now() WHERE id = $1', [id]);
    await choose(token);
    expect((await new Client().post('auth/sign-in', { email, password: CHOSEN })).status).toBe(202);
  });

  it('are told to the account’s owner and to the audit', async () => {
    const { email, id } = await newLink();
    const { body } = await (await signIn(email, PASSWORD)).get<{ kind: string }[]>('notifications');
    expect(body.map(({ kind }) => kind)).toContain('account.link-made');
    expect(await database.query(`SELECT action FROM audit_entry WHERE subject_id = $1 AND action = 'one-time-link.made'`, [id])).toHaveLength(1);
  });
});
