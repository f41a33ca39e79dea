import { testApp, type TestApp } from '@sampan/testing';
import { argon2id, hash } from 'argon2';
import { generate } from 'otplib';
import type { Viewer } from '@sampan/kernel';
import { AccessModule } from '../access.module';
import { Sessions } from '../sessions/sessions';
import type { SessionWithUser } from '../sessions/sessions.repository';
import { ForgetFailures } from '../sign-in/forget-failures.job';
import { newUser, viewerOf } from '../testing';
import type { User } from '../users/user.entity';
import { SecondFactorCheck } from './second-factor-check';
import { SecondFactor } from './second-factor.entity';
import { SecondFactors } from './second-factors';

const PASSWORD = 'a sentence that only tests know';
const ORIGIN = { browser: null, system: null, address: null };
const START = '2026-03-02T03:00:00Z';

interface Owner {
  readonly user: User;
  readonly viewer: Viewer;
  readonly session: SessionWithUser;
}

describe('the second factor, on the database', () => {
  let house: TestApp;
  let factors: SecondFactors;
  let check: SecondFactorCheck;

  beforeAll(async () => {
    house = await testApp([AccessModule], START);
    factors = house.get(SecondFactors);
    check = house.get(SecondFactorCheck);
  });
  beforeEach(() => house.clock.moveTo(START));
  afterAll(() => house.close());

  const after = (seconds: number): string => new Date(Date.parse(START) + seconds * 1000).toISOString();
  const codeAt = (secret: string, seconds: number): Promise<string> => generate({ secret, epoch: Math.floor(Date.parse(START) / 1000) + seconds });

  const somebody = async (): Promise<Owner> => {
    const passwordHash = await hash(PASSWORD, { type: argon2id, memoryCost: 1024, timeCost: 2, parallelism: 1 });
    const user = await newUser(house.manager, { passwordHash });
    const { token } = await house.get(Sessions).open(user, ORIGIN, 'none');
    return { user, viewer: viewerOf('registrar', [], { userId: user.id }), session: await house.get(Sessions).require(token) };
  };

  const withFactor = async (): Promise<Owner & { secret: string; codes: readonly string[] }> => {
    const owner = await somebody();
    const { key: secret } = await factors.setUp(owner.viewer, PASSWORD);
    const { recoveryCodes: codes } = await factors.confirm(owner.viewer, owner.session, await codeAt(secret, 0));
    return { ...owner, secret, codes };
  };

  it('is in force only when a code of it was confirmed', async () => {
    const { viewer, session } = await somebody();
    const { key, uri, qr } = await factors.setUp(viewer, PASSWORD);
    expect(await factors.show(viewer)).toMatchObject({ since: null });
    expect(uri).toContain(key);
    expect(qr).toMatch(/^data:image\/svg\+xml;base64,/);
    await expect(factors.confirm(viewer, session, await codeAt(key, 300))).rejects.toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    const { recoveryCodes } = await factors.confirm(viewer, session, await codeAt(key, 0));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await factors.show(viewer)).toMatchObject({ since: START.replace('Z', '.000Z'), recoveryCodesLeft: 10 });
  });

  it('keeps neither key nor recovery codes readable', async () => {
    const { user, secret, codes } = await withFactor();
    const kept = JSON.stringify([
      await house.manager.findBy(SecondFactor, { userId: user.id }),
      await house.manager.query('SELECT * FROM recovery_code WHERE user_id = $1', [user.id]),
    ]);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(codes[0]);
    expect(kept).not.toContain(codes[0]?.replaceAll('-', ''));
  });

  it('accepts no code of a time step twice, and none from before it', async () => {
    const { user, secret } = await withFactor();
    expect(await check.take(user.id, await codeAt(secret, 0))).toBeNull();
    house.clock.moveTo(after(60));
    expect(await check.take(user.id, await codeAt(secret, 60))).toBe('code');
    expect(await check.take(user.id, await codeAt(secret, 60))).toBeNull();
    expect(await check.take(user.id, await codeAt(secret, 30))).toBeNull();
  });

  it.each([[-30, 'code'], [30, 'code'], [-60, null], [60, null]])('forgives a clock that is %i seconds off: %s', async (seconds, outcome) => {
    const { user, secret } = await withFactor();
    house.clock.moveTo(after(600));
    expect(await check.take(user.id, await codeAt(secret, 600 + seconds))).toBe(outcome);
  });

  it('takes a recovery code once, however it is typed, and of two at once only one', async () => {
    const { user, viewer, codes } = await withFactor();
    const typed = ` ${codes[0]!.toLowerCase().replaceAll('-', ' ')} `;
    const outcomes = await Promise.all([check.take(user.id, typed), check.take(user.id, typed)]);
    expect(outcomes.toSorted()).toEqual(['recovery-code', null].toSorted());
    expect(await factors.show(viewer)).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('takes no recovery code of somebody else', async () => {
    const [one, other] = [await withFactor(), await withFactor()];
    expect(await check.take(one.user.id, other.codes[0]!)).toBeNull();
  });

  it('makes who guesses wait, also when all guesses come at once', async () => {
    const { user, secret } = await withFactor();
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => check.take(user.id, '000000')));
    expect(guesses.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(7);
    house.clock.moveTo(after(29));
    await expect(check.take(user.id, await codeAt(secret, 29))).rejects.toMatchObject({ code: 'SIGN_IN_PAUSED' });
    house.clock.moveTo(after(120));
    expect(await check.take(user.id, await codeAt(secret, 120))).toBe('code');
  });

  it('forgives the wrong codes of yesterday', async () => {
    const { user } = await withFactor();
    await Promise.allSettled(Array.from({ length: 6 }, () => check.take(user.id, '000000')));
    house.clock.moveTo(after(86_500));
    expect(await check.take(user.id, '000000')).toBeNull();
    expect(await check.take(user.id, '000000')).toBeNull();
    house.clock.moveTo(after(3 * 86_400));
    await house.get(ForgetFailures).run();
    expect(await house.manager.query('SELECT * FROM sign_in_attempt')).toEqual([]);
  });

  it('is not set up by whoever guesses the password in a session that was left open, not even with all guesses at once', async () => {
    const { viewer } = await somebody();
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, (_, place) => factors.setUp(viewer, `guess number ${place}`)));
    const codes = guesses.map((guess) => (guess.status === 'rejected' ? (guess.reason as { code: string }).code : 'right'));
    expect(codes.filter((code) => code === 'PASSWORD_WRONG')).toHaveLength(5);
    expect(codes.filter((code) => code === 'SIGN_IN_PAUSED')).toHaveLength(7);
  });

  it('is switched off with password and code only, and set up anew only after that', async () => {
    const { viewer, secret, codes } = await withFactor();
    await expect(factors.setUp(viewer, PASSWORD)).rejects.toMatchObject({ code: 'SECOND_FACTOR_ON' });
    house.clock.moveTo(after(60));
    await expect(factors.switchOff(viewer, { password: 'not this one', code: codes[0]! })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(factors.switchOff(viewer, { password: PASSWORD, code: '123456' })).rejects.toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    await factors.switchOff(viewer, { password: PASSWORD, code: await codeAt(secret, 60) });
    expect(await factors.show(viewer)).toMatchObject({ since: null, recoveryCodesLeft: 0 });
  });

  it('gives new recovery codes in place of the former', async () => {
    const { user, viewer, codes } = await withFactor();
    const { recoveryCodes } = await factors.renewCodes(viewer, { password: PASSWORD, code: codes[0]! });
    expect(await check.take(user.id, codes[1]!)).toBeNull();
    expect(await check.take(user.id, recoveryCodes[1]!)).toBe('recovery-code');
  });

  it('is reset from the command line, with a trace, and signs the account out', async () => {
    const { user, viewer } = await withFactor();
    await factors.resetByOperator(user.email.toUpperCase());
    expect(await factors.show(viewer)).toMatchObject({ since: null });
    expect(await house.get(Sessions).listOf(user.id)).toEqual([]);
    expect(await house.manager.query(`SELECT action FROM audit_entry WHERE subject_id = $1 AND action = 'second-factor.reset'`, [user.id])).toHaveLength(1);
  });
});
