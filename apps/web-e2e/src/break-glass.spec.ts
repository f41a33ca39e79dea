import { choose, goTo, part, press, write } from './support/by-hand';
import { registerPeople, type Registered } from './support/groundwork';
import { brokenRules, expect, expectAccessible, test } from './support/journey';

const REASON = 'She stands at our door tonight and needs a safe place.';

test.describe.configure({ mode: 'serial' });

let person: Registered;
let neighbour: Registered;

test('a worker sees somebody who is not theirs for some hours, by the whole reference and with a reason', async ({ page, signInAs }) => {
  [person, neighbour] = (await registerPeople(page, 2)) as [Registered, Registered];
  await signInAs('socialworker', `/people/${person.id}`);
  await expect(page.getByText(person.fullName)).toBeHidden();

  await goTo(page, 'Exceptional access');
  await expectAccessible(page);
  await write(page, 'The person’s reference', '407315294');
  await choose(page, 'Why now', 'The person has come to us');
  await write(page, 'What happened', REASON);
  await press(page, 'Open the file for some hours');
  await expect(page.getByRole('alert')).toContainText(/not|no/i);

  await write(page, 'The person’s reference', person.reference);
  await press(page, 'Open the file for some hours');
  await expect(page.getByRole('heading', { level: 1, name: person.fullName })).toBeVisible();
  await expect(page.getByText(/^Exceptional access until \d/)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/people/${neighbour.id}`);
  await expect(page.getByText(neighbour.fullName)).toBeHidden();
  await page.goto('/people/break-glass');
  await expect(part(page, 'What you have asked for').getByText('Open now').first()).toBeVisible();
  await expectAccessible(page);
});

test('the worker ends an access on the person’s page, and the file is closed', async ({ page, signInAs }) => {
  await signInAs('socialworker', '/people/break-glass');
  await write(page, 'The person’s reference', neighbour.reference);
  await choose(page, 'Why now', 'The person has come to us');
  await write(page, 'What happened', REASON);
  await press(page, 'Open the file for some hours');
  await expect(page.getByRole('heading', { level: 1, name: neighbour.fullName })).toBeVisible();
  await press(page, 'End it now');
  await expect(page.getByRole('listitem').filter({ hasText: neighbour.reference }).getByText('Over', { exact: true })).toBeVisible();
  await page.goto(`/people/${neighbour.id}`);
  await expect(page.getByRole('main')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByText(neighbour.fullName)).toBeHidden();
});

test('the supervisor is told at once, reads why, and ends it', async ({ page, signInAs }) => {
  await signInAs('supervisor', '/notifications');
  const news = page.getByRole('link', { name: 'Somebody from outside opened a file of your centres: please review' }).first();
  await expect(news).toBeVisible();
  expect(await page.getByRole('main').innerText()).not.toContain(person.fullName);
  await news.click();
  const line = page.getByRole('listitem').filter({ hasText: person.reference });
  await expect(line.getByText(REASON)).toBeVisible();
  await expectAccessible(page);
  await press(line, `End it now ${person.reference}`);
  await expect(line.getByText('Over', { exact: true })).toBeVisible();
  await press(line, `Justified ${person.reference}`);
  await expect(line).toBeHidden();
});

test('then the file is closed again to the worker', async ({ page, signInAs }) => {
  await signInAs('socialworker', `/people/${person.id}`);
  await expect(page.getByRole('main')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByText(person.fullName)).toBeHidden();
});

test('the data protection officer sees who opened the file, by the reference that the person tells, and nothing of the file', async ({ page, signInAs }) => {
  await signInAs('dpo');
  await goTo(page, 'Who opened a file');
  await write(page, 'The person’s reference', person.reference);
  await press(page, 'Show who looked');
  const opened = page.getByRole('row').filter({ hasText: 'Exceptional access' }).filter({ hasText: 'Sreymom' });
  await expect(opened.first()).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain(person.fullName);
  await expectAccessible(page);

  await goTo(page, 'Audit');
  await write(page, 'Action', 'break-glass.');
  await press(page, 'Search');
  await expect(page.getByRole('row').filter({ hasText: 'break-glass.reviewed' }).first()).toBeVisible();
  expect(await brokenRules(page)).toEqual([]);
});
