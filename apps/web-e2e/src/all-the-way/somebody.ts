import { type Page } from '@playwright/test';
import { goTo } from '../support/by-hand';
import { expect } from '../support/journey';
import { inventCode, inventPerson } from '../support/people';

/** The one person of the main journey, and what its steps leave for each other. */
export const inventStory = () => ({
  ...inventPerson(),
  latinName: '',
  /** The number on the person's card: what staff search by. */
  reference: '',
  cohort: inventCode('JOURNEY'),
  certificateCode: '',
  employer: `Demo Journey Works ${inventCode('Ltd')}`,
  release: '',
  job: `Welder ${inventCode('line')}`,
});

export type Story = ReturnType<typeof inventStory>;

/** Finds the person by the number on the card, and opens the file. */
export const openFile = async (page: Page, { fullName, reference }: Story): Promise<void> => {
  await goTo(page, 'People');
  await page.getByRole('searchbox', { name: 'Any part of a name, or the reference' }).fill(reference);
  await page.getByRole('row').filter({ hasText: reference }).getByRole('link', { name: fullName }).click();
  await expect(page.getByRole('heading', { level: 1, name: fullName })).toBeVisible();
};
