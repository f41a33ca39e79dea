import { newCentre } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, PASSWORD, signedInAs, signIn } from '../support/accounts';
import { Client } from '../support/client';

interface Device {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly address: string | null;
  readonly current: boolean;
}

const TABLET = 'Mozilla/5.0 (Linux; Android 14; SM-T500) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';

describe('my devices', () => {
  let database: DataSource;

  beforeAll(async () => {
    database = await apiDatabase();
  });
  afterAll(() => database.destroy());

  const somebody = async () => newAccount(database, 'registrar', { centreId: (await newCentre(database.manager)).id });
  const devicesOf = async (client: Client): Promise<Device[]> => (await client.get<Device[]>('auth/devices')).body;

  it('are listed coarsely, with the one in my hands marked', async () => {
    const { email } = await somebody();
    const tablet = new Client();
    await tablet.post('auth/sign-in', { email, password: PASSWORD }, { 'user-agent': TABLET });
    const here = await signIn(email);
    const devices = await devicesOf(here);
    expect(devices).toHaveLength(2);
    expect(devices.find(({ current }) => !current)).toMatchObject({ browser: 'Chrome', system: 'Android', address: '127.0.0.x' });
    expect(JSON.stringify(devices)).not.toContain('SM-T500');
  });

  it('are signed out one by one, or all others at once', async () => {
    const { email } = await somebody();
    const [here, second, third] = [await signIn(email), await signIn(email), await signIn(email)];
    const secondId = (await devicesOf(second)).find(({ current }) => current)?.id;
    expect((await here.delete(`auth/devices/${secondId}`)).status).toBe(204);
    expect([(await second.get('auth/me')).status, (await third.get('auth/me')).status]).toEqual([401, 200]);
    expect((await here.post('auth/devices/end-others')).status).toBe(204);
    expect([(await here.get('auth/me')).status, (await third.get('auth/me')).status]).toEqual([200, 401]);
  });

  it('leave out sessions that have ended by themselves', async () => {
    const { email, id } = await somebody();
    await signIn(email);
    await database.query(`UPDATE session SET last_used_at = now() - interval '2 hours' WHERE user_id = $1`, [id]);
    expect(await devicesOf(await signIn(email))).toHaveLength(1);
  });

  it('and my API tokens are ended by an administrator', async () => {
    const { email, id } = await newAccount(database, 'manager', { centreId: (await newCentre(database.manager)).id });
    const client = await signIn(email);
    const { body } = await client.post<{ secret: string }>('api-tokens', { name: 'Export', scope: ['person.read'], days: 30 });
    const administrator = await signedInAs(database, 'administrator', { reach: 'all' });
    expect((await administrator.post(`users/${id}/end-sessions`)).status).toBe(204);
    expect((await client.get('auth/me')).status).toBe(401);
    expect((await new Client().call('GET', 'programmes', undefined, { authorization: `Bearer ${body.secret}` })).status).toBe(401);
  });
});
