import { Bell } from '@sampan/kernel';
import { testApp, type TestApp } from '@sampan/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { AccessModule } from '../access.module';
import { newUser } from '../testing';
import { Sessions } from './sessions';

const START = '2026-03-02T03:00:00Z';
const ORIGIN = { browser: null, system: null, address: null };

describe('sessions that are remembered, on the database', () => {
  let house: TestApp;
  let sessions: Sessions;

  beforeAll(async () => {
    house = await testApp([AccessModule], START);
    sessions = house.get(Sessions);
    await soon(() => Promise.resolve(house.get(Bell).isHeard));
  });
  beforeEach(() => house.clock.moveTo(START));
  afterAll(() => house.close());

  /** The clock stands still: what comes true comes by the bell, not because five seconds have passed. */
  const soon = async (isTrue: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await isTrue()) {
        return;
      }
      await pause(50);
    }
    throw new Error('It did not become true.');
  };

  const somebody = async () => {
    const user = await newUser(house.manager);
    const { token } = await sessions.open(user, ORIGIN, 'none');
    await sessions.require(token);
    return { user, token };
  };
  const isRefused = (token: string): Promise<boolean> => sessions.require(token).then(() => false, ({ code }: { code: string }) => code === 'SIGNED_OUT');

  it('are asked for again after five seconds', async () => {
    const { user, token } = await somebody();
    await house.manager.query(`UPDATE session SET last_used_at = '2020-01-01' WHERE user_id = $1`, [user.id]);
    expect(await isRefused(token)).toBe(false);
    house.clock.moveTo('2026-03-02T03:00:05Z');
    expect(await isRefused(token)).toBe(true);
  });

  it('are forgotten before a sign-out is answered', async () => {
    const { user, token } = await somebody();
    await sessions.endAllOf(user.id);
    expect(await isRefused(token)).toBe(true);
  });

  it('are forgotten at once when another process ends them', async () => {
    const { user, token } = await somebody();
    await house.manager.query('DELETE FROM session WHERE user_id = $1', [user.id]);
    await soon(() => isRefused(token));
  });

  it('are forgotten at once when another process deactivates their user', async () => {
    const { user, token } = await somebody();
    await house.manager.query('UPDATE app_user SET active = false WHERE id = $1', [user.id]);
    await soon(() => isRefused(token));
  });

  it('show another role at once', async () => {
    const { user, token } = await somebody();
    await house.manager.query(`UPDATE app_user SET roles = '{analyst}' WHERE id = $1`, [user.id]);
    await soon(async () => (await sessions.require(token)).user.roles.includes('analyst'));
  });
});
