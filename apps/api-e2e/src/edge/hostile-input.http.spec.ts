import { permissionsOf } from '@sampan/access';
import type { DataSource } from 'typeorm';
import { operations } from '../matrix/operations';
import { apiDatabase, newAccount, signedInAs, signIn } from '../support/accounts';
import { apiUrl, type Client } from '../support/client';

describe('input that was made to do harm', () => {
  let database: DataSource;
  let administrator: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    administrator = await signedInAs(database, 'administrator');
  });
  afterAll(() => database.destroy());

  const signInBody = async (more: string): Promise<{ status: number; body: unknown }> => {
    const { email } = await newAccount(database, 'registrar');
    return administrator.callAsIs('POST', 'auth/sign-in', `{"email":"${email}","password":"a sentence that only tests know"${more}}`, { 'content-type': 'application/json' });
  };

  it('is refused when it sets a field that the form does not have', async () => {
    expect(await signInBody(',"roles":["admin"]')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it.each(['..%2f..%2f..%2fetc%2fpasswd', '..%5c..%5cpackage.json', '%2e%2e%2f%2e%2e%2fpackage.json', '%00'])('leads to no file of the machine: %s', async (path) => {
    for (const before of ['', 'api/v1/audit/exports/', 'api/docs/']) {
      const response = await fetch(`${apiUrl()}/${before}${path}`);
      expect(await response.text()).not.toMatch(/root:|"devDependencies"/);
      expect(response.status).toBeLessThan(500);
    }
  });

  it('names itself in no header: an id that a caller sends is not taken over', async () => {
    const response = await fetch(`${apiUrl()}/api/v1/node`, { headers: { 'x-request-id': 'mine\tX-Evil: 1' } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('of a hundred thousand letters is answered at once', async () => {
    const { email } = await newAccount(database, 'registrar');
    const registrar = await signIn(email);
    for (const text of ['a'.repeat(100_000), ' '.repeat(100_000), '@'.repeat(100_000), '1-'.repeat(50_000)]) {
      expect((await registrar.post('people/search', { text })).status).toBe(400);
      expect((await registrar.post('auth/sign-in', { email: text, password: text })).status).toBe(400);
    }
  });

  it('is no page of any list: a cursor that was made by hand is refused by each of them', async () => {
    const cursor = Buffer.from(JSON.stringify([1, 'x', 'y'])).toString('base64url');
    const roles = ['administrator', 'supervisor', 'manager', 'placement-officer', 'data-steward', 'analyst', 'data-protection-officer'] as const;
    const lists = operations().filter(({ method, path, queryNames }) => method === 'GET' && !path.includes('{') && queryNames.includes('cursor'));
    const asked = new Set<string>();
    for (const role of roles) {
      const client = await signIn((await newAccount(database, role)).email);
      for (const { path, query } of lists.filter(({ permission }) => permission !== null && permissionsOf([role]).has(permission))) {
        const required = Object.entries(query).map(([name, value]) => `&${name}=${String(value)}`).join('');
        expect([path, (await client.get(`${path}?cursor=${cursor}${required}`)).status]).toEqual([path, 400]);
        asked.add(path);
      }
    }
    expect(asked.size).toBeGreaterThan(10);
  });
});
