import { generate } from 'otplib';
import { press, write } from './support/by-hand';
import { newColleague, oneTimeLinkFor } from './support/colleagues';
import { expect, expectAccessible, test } from './support/journey';

const PASSWORD = 'a boat crosses the wide river';
const STEP_SECONDS = 30;

/** Of now, or of a step later: a code is good once, and nobody waits for the next one here. */
const codeOf = (secret: string, stepsLater = 0): Promise<string> => generate({ secret, epoch: Math.floor(Date.now() / 1000) + stepsLater * STEP_SECONDS });

test('a new colleague chooses a password by a link, sets up a second step, and signs in with a code and without the telephone', async ({ page }) => {
  const { id, email } = await newColleague(page);
  const url = await oneTimeLinkFor(page, id);
  let secret = '';
  let recoveryCode = '';

  const signIn = async (): Promise<void> => {
    await page.goto('/sign-in');
    await write(page, 'E-mail address', email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(page, 'Sign in');
  };
  const signOut = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await press(page, 'Sign out');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  };

  await test.step('the link is good once, and leaves no token in the address', async () => {
    await page.context().clearCookies();
    await page.goto(url);
    await expect(page.getByLabel('New password')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
    await expectAccessible(page);
    await page.getByLabel('New password').fill(PASSWORD);
    await press(page, 'Keep this password');
    await expect(page.getByText('Your password is chosen')).toBeVisible();
    await page.goto('/');
    await page.goto(url);
    await expect(page.getByText('This link is not valid any more')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the second step is set up by a key and a code of it', async () => {
    await signIn();
    await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible();
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('link', { name: 'My account' }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Set up the second step' }).click();
    await page.getByLabel('Your password').fill(PASSWORD);
    await press(page, 'Go on');
    await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
    await page.getByText('Type the key instead').click();
    secret = (await page.locator('.key').innerText()).replaceAll(' ', '');
    await expectAccessible(page);
    await write(page, 'Six digits from the app', '000000');
    await press(page, 'Switch it on');
    await expect(page.getByRole('alert')).toContainText('This code is not right');
    await write(page, 'Six digits from the app', await codeOf(secret));
    await press(page, 'Switch it on');
    await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();
    const codes = await page.locator('sp-recovery-codes li').allInnerTexts();
    expect(codes).toHaveLength(10);
    recoveryCode = codes[0] ?? '';
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: /printed them/ }).check();
    await press(page, 'Done');
    await expect(page.getByText('10 recovery codes are left.')).toBeVisible();
  });

  await test.step('the password alone does not open the account any more; a code of the app does', async () => {
    await signOut();
    await signIn();
    await expect(page.getByLabel('Code')).toBeVisible();
    await expectAccessible(page);
    await write(page, 'Code', await codeOf(secret, 1));
    await press(page, 'Sign in');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible();
  });

  await test.step('without the telephone a recovery code opens it, once', async () => {
    await signOut();
    await signIn();
    await write(page, 'Code', recoveryCode);
    await press(page, 'Sign in');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible();
    await page.goto('/account');
    await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
    await expect(page.getByText('this device', { exact: true })).toBeVisible();
    await signOut();
    await signIn();
    await write(page, 'Code', recoveryCode);
    await press(page, 'Sign in');
    await expect(page.getByRole('alert')).toContainText('This code is not right');
  });
});
