import { expect, expectAccessible, test } from './support/journey';

test('a registrar mistypes the password, is told so, and gets in with the right one', async ({ page }) => {
  await page.goto('/');
  await expectAccessible(page);
  await page.getByLabel('E-mail').fill('registrar@demo.sampan.example');
  await page.getByLabel('Password', { exact: true }).fill('surely not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Password', { exact: true }).fill(process.env['SAMPAN_DEMO_PASSWORD'] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expectAccessible(page);
});
