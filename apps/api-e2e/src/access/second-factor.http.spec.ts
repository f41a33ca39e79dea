import { newCentre } from '@sampan/organisations/testing';
import { generate } from 'otplib';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, PASSWORD, signIn } from '../support/accounts';
import { Client, type Problem } from '../support/client';

const STEP_SECONDS = 30;

describe('the second step of signing in', () => {
  let database: DataSource;

  beforeAll(async () => {
    database = await apiDatabase();
  });
  afterAll(() => database.destroy());

  /** Of now, or of a step later: nobody waits for the next one in a test. */
  const codeOf = (secret: string, stepsLater = 0): Promise<string> => generate({ secret, epoch: Math.floor(Date.now() / 1000) + stepsLater * STEP_SECONDS });

  const withFactor = async () => {
    const { id: centreId } = await newCentre(database.manager);
    const account = await newAccount(database, 'registrar', { centreId });
    const client = await signIn(account.email);
    const { body } = await client.post<{ key: string }>('auth/second-factor/set-up', { password: PASSWORD });
    const confirmed = await client.post<{ recoveryCodes: string[] }>('auth/second-factor/confirm', { code: await codeOf(body.key) });
    expect(confirmed.status).toBe(200);
    return { ...account, client, secret: body.key, codes: confirmed.body.recoveryCodes };
  };

  const firstStep = async (email: string): Promise<Client> => {
    const client = new Client();
    const { status, body } = await client.post('auth/sign-in', { email, password: PASSWORD });
    expect([status, body]).toEqual([202, { endsInSeconds: 300 }]);
    return client;
  };

  it('lets nobody in with the password alone', async () => {
    const { email } = await withFactor();
    const client = await firstStep(email);
    expect((await client.get('auth/me')).status).toBe(401);
  });

  it('lets in with a code of the app, and with a recovery code, once', async () => {
    const { email, secret, codes, displayName } = await withFactor();
    const byCode = await firstStep(email);
    expect((await byCode.post('auth/sign-in/second-step', { code: await codeOf(secret, 1) })).body).toMatchObject({ user: { displayName } });
    expect((await byCode.get('auth/me')).status).toBe(200);

    const again = await firstStep(email);
    const replayed = await again.post<Problem>('auth/sign-in/second-step', { code: await codeOf(secret, 1) });
    expect([replayed.status, replayed.body.code]).toEqual([401, 'SECOND_STEP_FAILED']);
    expect((await again.post('auth/sign-in/second-step', { code: codes[0] })).status).toBe(200);

    const third = await firstStep(email);
    expect((await third.post('auth/sign-in/second-step', { code: codes[0] })).status).toBe(401);
  });

  it('asks for the password again when the first step is missing or over', async () => {
    const { email, codes } = await withFactor();
    const nobody = await new Client().post<Problem>('auth/sign-in/second-step', { code: codes[0] });
    expect([nobody.status, nobody.body.code]).toEqual([401, 'SIGN_IN_EXPIRED']);
    const late = await firstStep(email);
    await database.query(`UPDATE pending_sign_in SET ends_at = now() - interval '1 second' WHERE user_id = (SELECT id FROM app_user WHERE email = $1)`, [email]);
    expect((await late.post<Problem>('auth/sign-in/second-step', { code: codes[0] })).body.code).toBe('SIGN_IN_EXPIRED');
  });

  it('pauses after wrong codes, whoever has taken the first step', async () => {
    const { email, codes } = await withFactor();
    const client = await firstStep(email);
    for (let tries = 0; tries < 5; tries += 1) {
      await client.post('auth/sign-in/second-step', { code: '000000' });
    }
    const paused = await (await firstStep(email)).post<Problem>('auth/sign-in/second-step', { code: codes[0] });
    expect([paused.status, paused.body.code]).toEqual([429, 'SIGN_IN_PAUSED']);
  });

  it('signs out the other devices when it is set up', async () => {
    const { email } = await newAccount(database, 'registrar', { centreId: (await newCentre(database.manager)).id });
    const [here, elsewhere] = [await signIn(email), await signIn(email)];
    const { body } = await here.post<{ key: string }>('auth/second-factor/set-up', { password: PASSWORD });
    await here.post('auth/second-factor/confirm', { code: await codeOf(body.key) });
    expect((await here.get('auth/me')).status).toBe(200);
    expect((await elsewhere.get('auth/me')).status).toBe(401);
  });

  it('is reset by an administrator, who cannot do it for themselves or for somebody of a wider area', async () => {
    const owner = await withFactor();
    const { id: ownId, email } = await newAccount(database, 'administrator', { reach: 'all' });
    const administrator = await signIn(email);
    expect((await administrator.post(`users/${owner.id}/reset-second-factor`)).status).toBe(204);
    expect((await owner.client.get('auth/me')).status).toBe(401);
    await signIn(owner.email);
    expect((await administrator.post<Problem>(`users/${ownId}/reset-second-factor`)).body.code).toBe('OWN_ACCOUNT');

    const { id: centreId, organisationId } = await newCentre(database.manager);
    const wider = await newAccount(database, 'administrator', { reach: 'all', centreId });
    const refused = await (await signIn((await newAccount(database, 'administrator', { reach: 'organisation', organisationId })).email)).post<Problem>(`users/${wider.id}/reset-second-factor`);
    expect([refused.status, refused.body.code]).toEqual([404, 'USER_NOT_FOUND']);
  });

  it('counts wrong passwords also of a request that asks to have one effect', async () => {
    const { client } = await withFactor();
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      statuses.push((await client.post('auth/second-factor/set-up', { password: 'not this one' }, { 'idempotency-key': `guess-number-${tries}` })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});
