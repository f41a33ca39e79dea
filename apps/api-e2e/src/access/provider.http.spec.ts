import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newCentre } from '@sampan/organisations/testing';
import type { RoleCode } from '@sampan/access';
import { generate } from 'otplib';
import { newAccount, PASSWORD } from '../support/accounts';
import { Client, type Problem } from '../support/client';
import { Browser } from './browser';
import { freePort, startOwnProduct, type OwnProduct } from './own-product';

interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly amr?: readonly string[];
}

describe('sign-in by an identity provider', () => {
  let product: OwnProduct;
  let provider: ChildProcess;
  let issuer: string;

  beforeAll(async () => {
    const [port, providerPort] = [await freePort(), await freePort()];
    issuer = `http://localhost:${providerPort}`;
    product = await startOwnProduct(port, {
      SAMPAN_SECOND_FACTOR: 'by-role',
      SAMPAN_OIDC_ISSUER: issuer,
      SAMPAN_OIDC_CLIENT_ID: 'sampan',
      SAMPAN_OIDC_CLIENT_SECRET: 'known to the test and to the provider only',
      SAMPAN_OIDC_LABEL: 'Ministry account',
      SAMPAN_OIDC_SECOND_STEP: 'mfa',
    });
    // Nobody is at the issuer's address yet.
    expect((await new Browser().go(`${product.url}/api/v1/auth/provider/start`, (url) => url.pathname === '/sign-in')).search).toBe('?problem=PROVIDER_UNREACHABLE');
    provider = fork(join(__dirname, 'local-provider.mjs'), [String(providerPort), `${product.url}/api/v1/auth/provider/callback`], { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' }, silent: true });
    await once(provider, 'message');
  }, 60_000);

  afterAll(async () => {
    provider?.kill();
    await product?.close();
  });

  const account = async (role: RoleCode = 'registrar', over: object = {}) =>
    newAccount(product.database, role, { centreId: (await newCentre(product.database.manager)).id, ...over });
  const personOf = async (person: Person): Promise<void> => {
    await fetch(`${issuer}/person`, { method: 'POST', body: JSON.stringify(person) });
  };
  const isOurs = (url: URL): boolean => url.origin === product.url && !url.pathname.startsWith('/api/');
  /** The page at which somebody arrives who signs in at the provider. */
  const arrive = async (person: Person, browser = new Browser(), back = '/people'): Promise<string> => {
    await personOf(person);
    const url = await browser.go(`${product.url}/api/v1/auth/provider/start?back=${encodeURIComponent(back)}`, isOurs);
    return `${url.pathname}${url.search}`;
  };
  const me = async (browser: Browser): Promise<{ user?: { id: string }; permissions?: string[]; owesSecondFactor?: boolean }> =>
    (await (await browser.fetch(new URL('/api/v1/auth/me', product.url))).json()) as never;

  it('stands on the sign-in page by its name', async () => {
    expect((await new Client(product.url).get('auth/provider')).body).toEqual({ label: 'Ministry account' });
  });

  it('lets a colleague in by the verified address, and from then on by the link alone', async () => {
    const { id, email } = await account();
    const browser = new Browser();
    expect(await arrive({ sub: `s-${id}`, email: email.toUpperCase(), email_verified: true }, browser)).toBe('/people');
    expect(await me(browser)).toMatchObject({ user: { id } });
    const later = new Browser();
    expect(await arrive({ sub: `s-${id}`, email: 'another@test.example', email_verified: true }, later)).toBe('/people');
    expect(await me(later)).toMatchObject({ user: { id } });
  });

  it.each([
    ['an address that the provider has not verified', { email_verified: false }],
    ['an address that nobody here has', { email: 'nobody@test.example', email_verified: true }],
    ['no address', { email: undefined, email_verified: true }],
  ])('makes no account, and opens none, by %s', async (_, over) => {
    const { id, email } = await account();
    const browser = new Browser();
    expect(await arrive({ sub: `s-${id}`, email, ...over }, browser)).toBe('/sign-in?problem=PROVIDER_NO_ACCOUNT');
    expect((await me(browser)).user).toBeUndefined();
  });

  it('opens no closed account, linked or not', async () => {
    const { id, email } = await account();
    await arrive({ sub: `s-${id}`, email, email_verified: true });
    await product.database.query('UPDATE app_user SET active = false WHERE id = $1', [id]);
    expect(await arrive({ sub: `s-${id}`, email, email_verified: true })).toBe('/sign-in?problem=PROVIDER_NO_ACCOUNT');
  });

  it('does not open an account for the next holder of its address', async () => {
    const { id, email } = await account();
    await arrive({ sub: `s-${id}`, email, email_verified: true });
    expect(await arrive({ sub: `next-${id}`, email, email_verified: true })).toBe('/sign-in?problem=PROVIDER_NO_ACCOUNT');
  });

  it('links anew after a password was chosen by a one-time link', async () => {
    const { id, email } = await account();
    await arrive({ sub: `s-${id}`, email, email_verified: true });
    const { email: administrator } = await account('administrator', { reach: 'all' });
    const client = new Client(product.url);
    await client.post('auth/sign-in', { email: administrator, password: PASSWORD });
    const { body } = await client.post<{ key: string }>('auth/second-factor/set-up', { password: PASSWORD });
    await client.post('auth/second-factor/confirm', { code: await generate({ secret: body.key }) });
    const link = await client.post<{ url: string }>(`users/${id}/one-time-link`);
    await client.post('one-time-links/choose-password', { token: new URL(link.body.url).hash.slice(1), password: 'a boat crosses the wide river' });
    expect(await arrive({ sub: `next-${id}`, email, email_verified: true })).toBe('/people');
  });

  it('says so when the provider lets nobody in', async () => {
    expect(await arrive({ sub: 'refuses' })).toBe('/sign-in?problem=PROVIDER_FAILED');
  });

  it('takes no answer that this browser did not ask for, and none twice', async () => {
    const { id, email } = await account();
    await personOf({ sub: `s-${id}`, email, email_verified: true });
    const asked = new Browser();
    const callback = await asked.go(`${product.url}/api/v1/auth/provider/start`, (url) => url.pathname.endsWith('/callback'));
    expect((await new Browser().go(callback.href, isOurs)).search).toBe('?problem=PROVIDER_FAILED');
    const forged = new URL(callback);
    forged.searchParams.set('state', 'forged');
    const other = new Browser();
    await other.go(`${product.url}/api/v1/auth/provider/start`, (url) => url.pathname.endsWith('/callback'));
    expect((await other.go(forged.href, isOurs)).search).toBe('?problem=PROVIDER_FAILED');
    expect((await asked.go(callback.href, isOurs)).pathname).toBe('/');
    expect((await asked.go(callback.href, isOurs)).search).toBe('?problem=PROVIDER_FAILED');
  });

  it('leads to no other site afterwards', async () => {
    const { id, email } = await account();
    expect(await arrive({ sub: `s-${id}`, email, email_verified: true }, new Browser(), '/\\evil.example')).toBe('/');
  });

  describe('and the second step', () => {
    it('is owed by the roles that need it: nothing else is open until it is set up', async () => {
      const { id, email } = await account('supervisor');
      const browser = new Browser();
      await arrive({ sub: `s-${id}`, email, email_verified: true, amr: ['pwd'] }, browser);
      expect(await me(browser)).toMatchObject({ permissions: ['account.use'], owesSecondFactor: true });
      const refused = await browser.fetch(new URL('/api/v1/cases', product.url));
      expect([refused.status, ((await refused.json()) as Problem).code]).toEqual([403, 'SECOND_FACTOR_OWED']);
    });

    it('counts when the provider vouches for it by a name that the operator trusts', async () => {
      const { id, email } = await account('supervisor');
      const browser = new Browser();
      await arrive({ sub: `s-${id}`, email, email_verified: true, amr: ['pwd', 'mfa'] }, browser);
      expect(await me(browser)).toMatchObject({ owesSecondFactor: false });
      expect((await browser.fetch(new URL('/api/v1/cases', product.url))).status).toBe(200);
    });

    it('is set up after a password, and opens the rest at once', async () => {
      const { email } = await account('supervisor');
      const client = new Client(product.url);
      expect((await client.post('auth/sign-in', { email, password: PASSWORD })).body).toMatchObject({ owesSecondFactor: true, permissions: ['account.use'] });
      expect((await client.get('cases')).status).toBe(403);
      const { body } = await client.post<{ key: string }>('auth/second-factor/set-up', { password: PASSWORD });
      await client.post('auth/second-factor/confirm', { code: await generate({ secret: body.key }) });
      expect((await client.get('cases')).status).toBe(200);
    });

    it('of one’s own is asked for after the provider too', async () => {
      const { id, email } = await account();
      await product.database.query('UPDATE app_user SET second_factor_since = now() WHERE id = $1', [id]);
      const browser = new Browser();
      expect(await arrive({ sub: `s-${id}`, email, email_verified: true }, browser)).toBe('/sign-in?step=code&back=%2Fpeople');
      expect((await me(browser)).user).toBeUndefined();
    });

    it('is not asked of other roles', async () => {
      const { email } = await account('registrar');
      const client = new Client(product.url);
      expect((await client.post('auth/sign-in', { email, password: PASSWORD })).body).toMatchObject({ owesSecondFactor: false });
      expect((await client.get('programmes')).status).toBe(200);
    });
  });
});
