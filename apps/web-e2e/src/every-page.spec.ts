import { complaintsAbout, expect, test, type Account } from './support/journey';

const DESKTOP = { width: 1280, height: 720 };
const SMALL_PHONE = { width: 320, height: 640 };

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

test.describe.configure({ mode: 'parallel' });

/** One browser for each account, as people have one: the second page comes from its cache, which is half of the time. */
for (const [account, paths] of PAGES) {
  test(`the pages of ${account} are readable, whole and accessible`, async ({ page, signInAs }) => {
    test.slow();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') {
        complaints.push(message.text());
      }
    });
    await signInAs(account);
    for (const path of paths) {
      await test.step(path, async () => {
        await page.setViewportSize(DESKTOP);
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect.soft(new URL(page.url()).pathname, 'nobody is sent away').not.toMatch(/not-allowed|not-loaded|sign-in/);
        expect.soft(await complaintsAbout(page), path).toEqual([]);

        await page.setViewportSize(SMALL_PHONE);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft(tooWide, `${path} needs no sideways scrolling on a small phone`).toBeLessThanOrEqual(0);
        expect.soft(complaints.splice(0), `${path} leaves no error behind`).toEqual([]);
      });
    }
  });
}
