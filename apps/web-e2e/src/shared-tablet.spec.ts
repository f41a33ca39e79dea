import { type Page } from '@playwright/test';
import { press } from './support/by-hand';
import { emailOf, expect, expectAccessible, password, test } from './support/journey';

const openMenu = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

test.use({ viewport: { width: 820, height: 1180 } });

test('a tablet that is handed round is locked, opened, changed over, spoken to in Khmer, and left empty', async ({ page, enterAs }) => {
  await enterAs('instructor');
  await page.goto('/training/cohorts');
  await expect(page.getByRole('heading', { level: 1, name: 'Cohorts' })).toBeVisible();

  await test.step('locking hides the page at once, and a reload does not open it', async () => {
    await openMenu(page, 'Account of Vanna Instructor');
    await press(page, 'Lock or change user');
    await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Cohorts' })).toBeHidden();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Cohorts' })).toBeHidden();
  });

  await test.step('a wrong password does not open it, the right one brings the page back', async () => {
    await page.getByLabel('Password', { exact: true }).fill('not the password at all');
    await press(page, 'Unlock');
    await expect(page.getByRole('alert')).toContainText('The e-mail address or the password is not right.');
    await page.getByLabel('Password', { exact: true }).fill(password());
    await press(page, 'Unlock');
    await expect(page.getByRole('heading', { level: 1, name: 'Cohorts' })).toBeVisible();
  });

  await test.step('a colleague takes over and does not see the former page', async () => {
    await openMenu(page, 'Account of Vanna Instructor');
    await press(page, 'Lock or change user');
    await press(page, 'Change user');
    await expect(page.getByRole('button', { name: 'Vanna Instructor', exact: true })).toBeVisible();
    await page.getByLabel('E-mail address').fill(emailOf('liaison'));
    await page.getByLabel('Password', { exact: true }).fill(password());
    await press(page, 'Sign in');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Account of Vanna Instructor' })).toBeHidden();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  await test.step('the language changes without a reload, and back', async () => {
    await page.evaluate(() => Object.assign(globalThis, { stillTheSamePage: true }));
    await openMenu(page, 'Language: English');
    await press(page, 'ខ្មែរ');
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Hello');
    await expect(page.locator('html')).toHaveAttribute('lang', 'km');
    await expectAccessible(page);
    await page.getByRole('button', { name: /ខ្មែរ/ }).first().click();
    await press(page, 'English');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'stillTheSamePage'))).toBe(true);
  });

  await test.step('after signing out nothing is left to go back to', async () => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await press(page, 'Sign out');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await page.goto('/training/cohorts');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('sampan.draft')))).toEqual([]);
  });
});
