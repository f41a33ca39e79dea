import { expect, expectAccessible, test, type Account } from './support/journey';

/** Every page that opens without an id, for somebody who may open it. Pages with an id are met on the journeys. */
const PAGES: readonly (readonly [Account, readonly string[]])[] = [
  ['registrar', ['/', '/people', '/people/new', '/people/imports', '/people/please-call', '/training/cohorts', '/training/certificates', '/notifications', '/password', '/account', '/account/second-factor']],
  ['instructor', ['/', '/training/cohorts', '/training/programmes', '/people/please-call']],
  ['manager', ['/', '/training/cohorts/new', '/training/programmes', '/training/programmes/new', '/training/left-early', '/admin/users']],
  ['placement', ['/', '/placement/employers', '/placement/employers/new', '/placement/vacancies', '/placement/placements', '/placement/follow-ups', '/placement/placements/record']],
  ['socialworker', ['/casework/today', '/casework/cases', '/casework/cases/new', '/casework/flags', '/people/break-glass']],
  ['supervisor', ['/', '/casework/queue', '/casework/opening-reports', '/people/break-glass/review', '/placement/concerns', '/placement/employers']],
  ['steward', ['/', '/people/duplicates']],
  ['analyst', ['/', '/account/tokens', '/ministry']],
  ['approver', ['/', '/ministry']],
  ['liaison', ['/', '/ministry']],
  ['dpo', ['/', '/people/who-opened', '/people/break-glass/review']],
  ['admin', ['/', '/admin/users', '/admin/jobs', '/admin/dead-letters', '/admin/users/new', '/admin/roles', '/admin/organisations', '/admin/organisations/new', '/admin/centres', '/admin/centres/new', '/admin/holidays', '/admin/areas', '/admin/health']],
];

for (const [account, paths] of PAGES) {
  test.describe(`the pages of ${account}`, () => {
    for (const path of paths) {
      test(`${path} is readable, whole and accessible`, async ({ page, signInAs }) => {
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') {
            complaints.push(message.text());
          }
        });
        await signInAs(account, path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(new URL(page.url()).pathname, 'nobody is sent away').not.toMatch(/not-allowed|not-loaded|sign-in/);
        await expectAccessible(page);

        await page.setViewportSize({ width: 320, height: 640 });
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(tooWide, 'nothing needs sideways scrolling on a small phone').toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
      });
    }
  });
}
