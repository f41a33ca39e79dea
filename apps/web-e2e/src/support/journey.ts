import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

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
  | 'admin';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules of accessibility that this page breaks, each with the places; none is the only good answer. */
export const brokenRules = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
  );
};

/** Checks the page as it is now. */
export const expectAccessible = async (page: Page): Promise<void> => {
  expect(await brokenRules(page)).toEqual([]);
};

export interface Journey {
  /** Signs in by the API, as the sign-in page does, and opens a page of the product. */
  readonly signInAs: (account: Account, path?: string) => Promise<void>;
}

/** A journey: its page must not throw, and nobody is signed in at its start. */
export const test = base.extend<Journey & { noErrors: void }>({
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
        data: { email: `${account}@demo.sampan.example`, password: process.env['SAMPAN_DEMO_PASSWORD'] },
      });
      expect(answer.status(), await answer.text()).toBe(200);
      await page.goto(path);
    });
  },
});

export { expect };
