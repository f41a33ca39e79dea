import { expect, expectAccessible, test } from './support/journey';

test('the filters of a list are kept without a mouse, shared with the centre, and the columns are one’s own', async ({ page, signInAs }) => {
  const name = `Planning ${crypto.randomUUID().slice(0, 6)}`;
  const views = page.getByRole('button', { name: /^Saved views/ });
  const headings = page.getByRole('table', { name: 'Cases' }).getByRole('columnheader');

  await signInAs('socialworker', '/casework/cases?owner=anybody&stage=planning');
  await expect(page.getByRole('link', { name: /./ }).first()).toBeVisible();

  await test.step('a view is kept, named and shared by keyboard', async () => {
    await views.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Keep these filters' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Name of the view' }).focus();
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(views).toBeFocused();
    await expect(views).toContainText(name);
  });

  await test.step('it says how many rows it shows and brings the filters back', async () => {
    await page.goto('/casework/cases');
    await views.click();
    const view = page.getByRole('group', { name: 'Mine', exact: true }).getByRole('button', { name });
    await expect(view.first()).toContainText(/\d/);
    await view.first().click();
    await expect(page).toHaveURL(/owner=anybody/);
    await expect(page).toHaveURL(/stage=planning/);
  });

  await test.step('a column is put away, and stays away on this device', async () => {
    await page.getByRole('button', { name: 'Columns', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Person' })).toBeDisabled();
    await page.getByRole('checkbox', { name: 'Number' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused();
    await expect(headings).toHaveText(['Person', 'Stage', 'Owner', 'Opened']);
    await page.reload();
    await expect(headings).toHaveText(['Person', 'Stage', 'Owner', 'Opened']);
  });

  await test.step('a colleague of the centre finds it, and cannot change it', async () => {
    await signInAs('supervisor', '/casework/cases');
    await views.click();
    const shared = page.getByRole('group', { name: 'Shared with me' });
    await expect(shared.getByRole('button', { name })).toBeVisible();
    await expect(shared.getByRole('button', { name: `Change ${name}` })).toHaveCount(0);
    await shared.getByRole('button', { name }).click();
    await expect(page).toHaveURL(/stage=planning/);
  });

  await test.step('whoever keeps it deletes it for everybody', async () => {
    await signInAs('socialworker', '/casework/cases');
    await views.click();
    await page.getByRole('button', { name: `Change ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await views.click();
    await expect(page.getByRole('button', { name, exact: false })).toHaveCount(0);
  });
});
