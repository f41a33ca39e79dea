import { type Page } from '@playwright/test';
import { goTo, press } from './support/by-hand';
import { openSecretCase, registerPeople, type Registered } from './support/groundwork';
import { expect, expectAccessible, test, type Account } from './support/journey';

const ISSUE = 'Was promised office work across the border';
/** Words of flags, screenings and cases. None may stand on a screen of centre staff, not even as a filter or a notification. */
const WORDS = /\bflags?\b|\bcases?\b|\bcasework\b|\brisk\b|\bscreenings?\b|questions about safety recorded|offer help|reason to offer|social work|office work across/i;

test.describe.configure({ mode: 'serial' });

let person: Registered;
let caseId: string;

/** What a reader of the page is told: all of it, but not the names of colleagues and the name of the consent that was asked for. */
const toldOn = (page: Page): Promise<string> => page.getByRole('main').innerText();

test('a worker asks the centre to say “please call”, and says why only in the case', async ({ page, signInAs }) => {
  [person] = (await registerPeople(page, 1)) as [Registered];
  ({ caseId } = await openSecretCase(page, person, ISSUE));
  await signInAs('supervisor', `/casework/cases/${caseId}`);
  await expect(page.getByText(ISSUE)).toBeVisible();
  await press(page, 'Let the centre say “please call”');
  await expect(page.getByRole('status').filter({ hasText: 'The centre will pass it on.' })).toBeVisible();
});

for (const account of ['registrar', 'instructor'] satisfies readonly Account[]) {
  test(`the ${account} sees “please call” and nothing of why`, async ({ page, signInAs }) => {
    await signInAs(account);
    expect(await page.locator('body').innerText(), 'the first page').not.toMatch(WORDS);

    await goTo(page, 'Please call');
    const line = page.getByRole('listitem').filter({ hasText: person.fullName });
    await expect(line).toBeVisible();
    expect(await toldOn(page), 'the list of calls').not.toMatch(WORDS);
    await expectAccessible(page);

    await goTo(page, 'People');
    await page.getByRole('searchbox', { name: 'Any part of a name, or the reference' }).fill(person.reference);
    const found = page.getByRole('row').filter({ hasText: person.reference });
    await expect(found).toBeVisible();
    expect(await toldOn(page), 'the search').not.toMatch(WORDS);

    await found.getByRole('link', { name: person.fullName }).click();
    await expect(page.getByRole('heading', { level: 1, name: person.fullName })).toBeVisible();
    await expect(page.getByText('Registered').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await toldOn(page), 'the file and its timeline').not.toMatch(WORDS);

    await page.getByRole('link', { name: /^Notifications/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await toldOn(page), 'the notifications').not.toMatch(WORDS);
  });

  test(`no address leads the ${account} to what is not theirs`, async ({ page, signInAs }) => {
    await signInAs(account);
    for (const path of ['/casework/today', '/casework/cases', `/casework/cases/${caseId}`, '/casework/flags', '/casework/queue', `/casework/people/${person.id}/screening`, '/ministry/dashboard']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: 'You may not see this page' })).toBeVisible();
      await expect(page.getByText(ISSUE)).toBeHidden();
    }
    for (const path of [`cases/${caseId}`, `cases?personId=${person.id}`, `people/${person.id}/screenings`, 'flags', 'today']) {
      const answer = await page.context().request.get(`/api/v1/${path}`);
      expect([403, 404], path).toContain(answer.status());
      expect(await answer.text()).not.toContain(ISSUE);
    }
    const timeline = await (await page.context().request.get(`/api/v1/people/${person.id}/timeline`)).text();
    expect(timeline).not.toMatch(/"(?:risk|cases)\./);
  });
}
