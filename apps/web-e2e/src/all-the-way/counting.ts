import { type Page } from '@playwright/test';
import { agree, goTo, pick, press } from '../support/by-hand';
import { expect, expectAccessible } from '../support/journey';

/** Counting three years of a country takes a while on a small machine. */
const BUILT_MS = 120_000;

/** The analyst has a release built; it is attacked before anybody may approve it, and not by the one who built it. */
export const buildRelease = async (page: Page): Promise<string> => {
  await goTo(page, 'Releases');
  await expectAccessible(page);
  await pick(page, 'Country', 'Cambodia');
  await press(page, 'Build release');
  await expect(page.getByText('A second person has to approve it; you had it built.')).toBeVisible({ timeout: BUILT_MS });
  await expect(page.getByText('None could be worked out.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeHidden();
  await expectAccessible(page);
  return new URL(page.url()).pathname;
};

export const approveAndPublish = async (page: Page, release: string): Promise<void> => {
  await goTo(page, 'Releases');
  await page.getByRole('row').filter({ hasText: 'Checked, awaits approval' }).first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`${release}$`));
  await press(page, 'Approve');
  await press(page, 'Publish');
  await agree(page, 'Publish');
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
};

/** Numbers, and words where a number may not be shown. */
export const readDashboard = async (page: Page): Promise<void> => {
  await goTo(page, 'Dashboard');
  const tiles = page.getByRole('region', { name: 'Main numbers' });
  await expect(tiles).toContainText(/\d/);
  await expect(tiles).toContainText('Data until');
  await expect(page.getByRole('heading', { name: 'Placement: four official rates' })).toBeVisible();
  await expectAccessible(page);
  const asTable = page.getByRole('button', { name: 'Show as table' });
  await asTable.first().click();
  await expect(asTable, 'one key turns every chart into its table').toHaveCount(0);
  const reason = page.getByText(/Too few people to show the exact number\.|Hidden so that a smaller number cannot be worked out\.|The group is too small for a percentage\./);
  await expect(reason.filter({ visible: true }).first(), 'a hidden number says why').toBeVisible();
  await expectAccessible(page);

  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
};
