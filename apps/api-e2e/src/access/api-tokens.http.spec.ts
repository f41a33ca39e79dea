import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signIn } from '../support/accounts';
import { Client, type Answer, type Problem } from '../support/client';

interface Made {
  readonly id: string;
  readonly secret: string;
}

describe('API tokens', () => {
  let database: DataSource;

  beforeAll(async () => {
    database = await apiDatabase();
  });
  afterAll(() => database.destroy());

  const maker = async () => {
    const account = await newAccount(database, 'manager', { centreId: (await newCentre(database.manager)).id });
    return { ...account, client: await signIn(account.email) };
  };
  const make = async (client: Client, scope: readonly string[], days = 30): Promise<Made> => {
    const { status, body } = await client.post<Made>('api-tokens', { name: 'Nightly export', scope, days });
    expect(status).toBe(201);
    return body;
  };
  const asMachine = <T = Problem>(secret: string, method: string, path: string, body?: unknown): Promise<Answer<T>> =>
    new Client().call<T>(method, path, body, { authorization: `Bearer ${secret}` });

  it('let a machine do what is in their scope, without a CSRF token, and nothing else', async () => {
    const { client } = await maker();
    const { secret } = await make(client, ['programme.read', 'programme.write']);
    expect((await asMachine(secret, 'GET', 'programmes')).status).toBe(200);
    const outside = await asMachine(secret, 'GET', 'cohorts');
    expect([outside.status, outside.body.code]).toEqual([403, 'NOT_PERMITTED']);
    const written = await asMachine(secret, 'POST', 'programmes', {});
    expect([written.status, written.body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('never reach the account or make further tokens', async () => {
    const { client } = await maker();
    const { body: listed } = await client.get<{ offered: string[] }>('api-tokens');
    expect(listed.offered).toContain('programme.read');
    for (const never of ['account.use', 'api-token.make', 'notification.read']) {
      expect(listed.offered).not.toContain(never);
      expect((await client.post<Problem>('api-tokens', { name: 'x', scope: [never], days: 1 })).body.code).toBe('SCOPE_TOO_WIDE');
    }
    const { secret } = await make(client, ['programme.read']);
    for (const path of ['auth/me', 'auth/devices', 'api-tokens']) {
      expect((await asMachine(secret, 'GET', path)).status).toBe(403);
    }
  });

  it('are refused a scope that their maker has not, and lose what the maker loses', async () => {
    const { client, id } = await maker();
    expect((await client.post<Problem>('api-tokens', { name: 'x', scope: ['release.approve'], days: 1 })).body.code).toBe('SCOPE_TOO_WIDE');
    const { secret } = await make(client, ['programme.read', 'cohort.read', 'cohort.write']);
    await database.query(`UPDATE app_user SET roles = '{administrator}' WHERE id = $1`, [id]);
    expect((await asMachine(secret, 'GET', 'programmes')).status).toBe(200);
    expect((await asMachine(secret, 'GET', 'cohorts')).status).toBe(403);
    await database.query('UPDATE app_user SET active = false WHERE id = $1', [id]);
    expect((await asMachine(secret, 'GET', 'programmes')).status).toBe(401);
  });

  it('end when they are revoked, and by themselves', async () => {
    const { client } = await maker();
    const [revoked, old] = [await make(client, ['programme.read']), await make(client, ['programme.read'])];
    expect((await client.delete(`api-tokens/${revoked.id}`)).status).toBe(204);
    expect((await client.delete(`api-tokens/${revoked.id}`)).status).toBe(404);
    await database.query(`UPDATE api_token SET ends_at = now() - interval '1 second' WHERE id = $1`, [old.id]);
    for (const { secret } of [revoked, old]) {
      const { status, body } = await asMachine(secret, 'GET', 'programmes');
      expect([status, body.code]).toEqual([401, 'TOKEN_NOT_VALID']);
    }
  });

  it('are kept as a hash, and their last use is seen', async () => {
    const { client } = await maker();
    const { id, secret } = await make(client, ['programme.read']);
    expect(JSON.stringify(await database.query('SELECT * FROM api_token WHERE id = $1', [id]))).not.toContain(secret.slice(7));
    const { body: twice } = await client.post<Made>('api-tokens', { name: 'x', scope: ['programme.read'], days: 1 }, { 'idempotency-key': `made-once-${id}` });
    expect(JSON.stringify(await database.query('SELECT * FROM idempotent_request WHERE key = $1', [`made-once-${id}`]))).not.toContain(twice.secret);
    await client.delete(`api-tokens/${twice.id}`);
    await asMachine(secret, 'GET', 'programmes');
    const { body } = await client.get<{ tokens: { id: string; lastUsedAt: string | null; secret?: string }[] }>('api-tokens');
    expect(body.tokens[0]).toMatchObject({ id, lastUsedAt: expect.any(String) });
    expect(body.tokens[0]).not.toHaveProperty('secret');
  });

  it('stand in the audit under their own name', async () => {
    const { client, centreId, id } = await maker();
    const token = await make(client, ['person.register', 'person.read']);
    const { status, body } = await asMachine<{ id: string }>(token.secret, 'POST', 'people', { id: newId(), centreId, fullName: 'សុខ ដារ៉ា', birth: { date: '1990-01-01', precision: 'year' } });
    expect(status).toBe(201);
    expect(await database.query(`SELECT viewer_id AS "viewerId", details->>'apiToken' AS "apiToken" FROM audit_entry WHERE person_id = $1 AND action = 'person.registered'`, [body.id])).toEqual([
      { viewerId: id, apiToken: token.id },
    ]);
  });

  it.each(['Bearer x', 'Basic dXNlcjpwYXNz', `Bearer ${'a'.repeat(43)}`])('are the only key where one is shown: "%s" does not fall back to the cookie', async (authorization) => {
    const { client } = await maker();
    const { status } = await client.call('GET', 'programmes', undefined, { authorization });
    expect(status).toBe(401);
  });

  it('are of a year at most', async () => {
    const { client } = await maker();
    expect((await client.post('api-tokens', { name: 'x', scope: ['programme.read'], days: 366 })).status).toBe(400);
  });
});
