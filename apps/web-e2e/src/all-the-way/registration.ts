import { type Page } from '@playwright/test';
import { choose, goTo, pick, press, write, writeDay } from '../support/by-hand';
import { expect, expectAccessible } from '../support/journey';
import type { Story } from './somebody';

const SEARCH = 'Any part of a name, or the reference';

export const registerWithNameAlone = async (page: Page, story: Story): Promise<void> => {
  await goTo(page, 'Register somebody');
  await write(page, 'Name', story.fullName);
  await writeDay(page, 'Born', { year: 2544 });
  await expect(page.getByText('(Buddhist year, = 2001)')).toBeVisible();
  await press(page, 'Register');
  await expect(page.getByRole('heading', { level: 1, name: story.fullName })).toBeVisible();
  await expect(page.getByText('Still to be asked')).toBeVisible();
};

/** The whole minimum intake, while the product says who may be the same person. */
export const registerAll = async (page: Page, story: Story): Promise<void> => {
  await goTo(page, 'Register somebody');
  await write(page, 'Name', story.fullName);
  await writeDay(page, 'Born', { year: 2545 });

  const twin = page.getByRole('region', { name: 'Is it one of these?' }).getByRole('listitem').filter({ hasText: story.fullName });
  await expect(twin).toContainText('Name 100% alike');
  await expect(twin).toContainText('Born ±1 years');
  await expectAccessible(page);
  await press(twin, 'Not the same');
  await expect(twin).toContainText('Nobody will be asked again');

  await choose(page, 'Sex', 'Woman');
  await pick(page, 'Accompanied by', 'Nobody');
  await pick(page, 'Nationality', 'Cambodia');
  await pick(page, 'Language', 'Khmer');
  await write(page, 'Phone', story.phone);
  await choose(page, 'Is it safe to call?', 'Yes');
  await write(page, 'When', 'After 18:00');
  await write(page, 'Who may answer', 'Only herself');
  await pick(page, 'How they came to us', 'Walked in');
  await write(page, 'What they ask for', 'Wants to learn welding.');
  for (const purpose of ['Keeping a record', 'Training', 'Referral to an employer', 'Contact after the training', 'Questions about safety']) {
    await choose(page, purpose, 'Agrees');
  }
  await press(page, 'Register');

  await expect(page.getByRole('heading', { level: 1, name: story.fullName })).toBeVisible();
  await expect(page.getByText('Safe to call', { exact: true })).toBeVisible();
  await expect(page.getByText('Still to be asked')).toBeHidden();
  story.reference = (await page.getByText(/^\d{4}-\d{4}-\d$/).first().innerText()).trim();
  story.latinName = (await page.getByText(/^Sok \p{Script=Latin}+/u).first().innerText()).trim();
  await expectAccessible(page);
};

export const findByLatinLetters = async (page: Page, story: Story): Promise<void> => {
  await goTo(page, 'People');
  await expectAccessible(page);
  const typed = story.latinName.toLowerCase().split(' ').reverse().join(' ');
  await page.getByRole('searchbox', { name: SEARCH }).fill(typed);
  await expect(page.getByRole('row').filter({ hasText: story.reference })).toContainText(story.fullName);
  expect(page.url(), 'no name stands in an address').not.toContain(story.latinName.toLowerCase().slice(0, 3));
};
