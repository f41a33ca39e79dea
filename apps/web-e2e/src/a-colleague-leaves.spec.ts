import { pick, press } from './support/by-hand';
import { newColleague } from './support/colleagues';
import { giveTo, registerPeople, type Registered } from './support/groundwork';
import { expect, expectAccessible, test } from './support/journey';

test('a social worker leaves: the account is closed and the people go to a colleague in one step, who sees them at once', async ({ page, signInAs }) => {
  const [person] = (await registerPeople(page, 1)) as [Registered];
  const leaver = await newColleague(page, { role: 'social-worker', reach: 'caseload', displayName: 'Leaving Colleague' });
  await giveTo(page, person, leaver.id);

  await signInAs('socialworker', `/people/${person.id}`);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText(person.fullName)).toBeHidden();

  await signInAs('admin', `/admin/users/${leaver.id}`);
  await page.getByRole('link', { name: 'Has left the team' }).click();
  await expect(page.getByText('People in the caseload: 1')).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain(person.fullName);
  await expectAccessible(page);
  await press(page, 'Close the account and hand over');
  await expect(page.getByRole('combobox', { name: 'Who takes over' })).toHaveAttribute('aria-invalid', 'true');
  await pick(page, 'Who takes over', 'Sreymom Social Worker');
  await press(page, 'Close the account and hand over');
  await expect(page.getByText('Nobody signs in with this account any more.')).toBeVisible();
  await expectAccessible(page);

  await signInAs('socialworker', `/people/${person.id}`);
  await expect(page.getByRole('heading', { level: 1, name: person.fullName })).toBeVisible();
});
