import { newId } from '@sampan/kernel';
import { freePort, startOwnProduct, type OwnProduct } from '../access/own-product';
import { newUser } from '@sampan/access/testing';
import { cheaplyHashed, PASSWORD } from '../support/accounts';
import { Client } from '../support/client';

describe('how much one caller may ask for', () => {
  let product: OwnProduct;
  let address = 0;
  const from = (last: number): Record<string, string> => ({ 'x-forwarded-for': `198.51.100.${last}` });

  beforeAll(async () => {
    product = await startOwnProduct(await freePort(), { SAMPAN_RATE_LIMITS: 'on', SAMPAN_TRUSTED_PROXIES: '1' });
  });
  afterAll(() => product.close());

  const signedIn = async (): Promise<Client> => {
    const { email } = await newUser(product.database.manager, { roles: ['registrar'], passwordHash: await cheaplyHashed });
    const client = new Client(product.url);
    expect((await client.post('auth/sign-in', { email, password: PASSWORD }, from((address += 1)))).status).toBe(200);
    return client;
  };
  const search = async (client: Client, last: number): Promise<number> => (await client.post('people/search', { text: 'Sok' }, from(last))).status;

  it('is refused with a code and how long to wait once an account searches faster than anybody types, from whatever address', async () => {
    const client = await signedIn();
    for (let count = 0; count < 120; count += 1) {
      expect(await search(client, 100 + (count % 50))).toBe(200);
    }
    const refused = await client.post<{ code: string; details: { seconds: number } }>('people/search', { text: 'Sok' }, from(199));
    expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
    expect(Number(refused.headers.get('retry-after'))).toBe(refused.body.details.seconds);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect((await client.get('auth/me')).status).toBe(200);
    expect(await search(await signedIn(), 199)).toBe(200);
  });

  it('ends for one address that verifies certificates without end, and for nobody else', async () => {
    const verify = async (last: number): Promise<number> => (await new Client(product.url).call('GET', `certificates/verify/${newId()}`, undefined, from(last))).status;
    for (let count = 0; count < 120; count += 1) {
      expect(await verify(7)).not.toBe(429);
    }
    expect(await verify(7)).toBe(429);
    expect(await verify(8)).not.toBe(429);
  });

  it('ends for one e-mail address that is tried from many, before the password is looked at', async () => {
    const attempt = async (email: string, last: number): Promise<{ status: number; code: string }> => {
      const { status, body } = await new Client(product.url).post<{ code: string }>('auth/sign-in', { email, password: 'a guess that is wrong' }, from(last));
      return { status, code: body.code };
    };
    for (let count = 0; count < 60; count += 1) {
      expect((await attempt('nobody@example.org', 10 + count)).code).not.toBe('TOO_MANY_REQUESTS');
    }
    expect(await attempt(' Nobody@Example.org', 80)).toEqual({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect((await attempt('somebody@example.org', 80)).code).toBe('SIGN_IN_FAILED');
  });

  it('lets a whole centre sign in from one address', async () => {
    address = 240;
    for (let person = 0; person < 30; person += 1) {
      address = 240;
      await signedIn();
    }
  });

  it('never refuses whoever asks how the product is', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${product.url}/health/live`)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});
