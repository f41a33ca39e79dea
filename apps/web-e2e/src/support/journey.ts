import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { overhear } from './overheard';

/** The demo's people, by the part of their address before the @. */
export type Account =
  | 'registrar'
  | 'instructor'
  | 'manager'
  | 'placement'
  | 'socialworker'
  | 'supervisor'
  | 'steward'
  | 'analyst'
  | 'approver'
  | 'liaison'
  | 'dpo'
  | 'admin';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules of accessibility that this page breaks, each with the places; none is the only good answer. */
export const brokenRules = async (page: Page): Promise<string[]> => {
  // What is scrolled half under the sticky bar would be measured as too small to press.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
  );
};

/** A key of a text that nobody wrote: `people.list.heading` where words should be. */
export const UNWRITTEN = /\b(?:kit|session|parts|shell|people|training|placement|casework|ministry|admin|public)\.[a-z][\w-]*(?:\.[\w-]+)*\b/;

/** What is wrong with the page as it is now: texts that nobody wrote, and rules of accessibility that it breaks. */
export const complaintsAbout = async (page: Page): Promise<string[]> => {
  const unwritten = UNWRITTEN.exec(await page.locator('body').innerText());
  return [...(unwritten ? [`nobody wrote ${unwritten[0]}`] : []), ...(await brokenRules(page))];
};

export const expectAccessible = async (page: Page): Promise<void> => expect(await complaintsAbout(page)).toEqual([]);

export const emailOf = (account: Account): string => `${account}@demo.sampan.example`;

/** The demo accounts' password in this run. */
export const password = (): string => process.env['SAMPAN_DEMO_PASSWORD'] ?? '';

export interface Journey {
  /** Signs in by the API, as the sign-in page does, and opens a page of the product. */
  readonly signInAs: (account: Account, path?: string) => Promise<void>;
  /** Signs in with address and password on the screen, and stands on the first page. */
  readonly enterAs: (account: Account) => Promise<void>;
}

/** A journey: its page must not throw, nobody is signed in at its start, and the device speaks English until told otherwise. */
export const test = base.extend<Journey & { english: void; noErrors: void; overheard: void }>({
  english: [
    async ({ page }, use) => {
      await page.addInitScript(() => localStorage.setItem('sampan.language', localStorage.getItem('sampan.language') ?? 'en'));
      await use();
    },
    { auto: true },
  ],
  overheard: [
    async ({ context, page }, use, { testId, retry }) => {
      const listening = await overhear(context);
      await use();
      await listening.end(page, `${testId}-${retry}`);
    },
    { auto: true },
  ],
  noErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await use();
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ page }, use) => {
    await use(async (account, path = '/') => {
      await page.context().clearCookies();
      const answer = await page.context().request.post('/api/v1/auth/sign-in', {
        data: { email: emailOf(account), password: password() },
      });
      expect(answer.status(), await answer.text()).toBe(200);
      await page.goto(path);
    });
  },
  enterAs: async ({ page }, use) => {
    await use(async (account) => {
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill(emailOf(account));
      await page.getByLabel('Password', { exact: true }).fill(password());
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible();
    });
  },
});

export { expect };
