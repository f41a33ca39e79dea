import { type Page } from '@playwright/test';
import { agree, fact, goTo, lookUp, pick, press, write, writeDay } from '../support/by-hand';
import { dayFromToday } from '../support/calendar';
import { expect, expectAccessible } from '../support/journey';
import type { Story } from './somebody';

/** A cohort with two places that began some days ago, open, with one session today. */
export const planCohort = async (page: Page, { cohort }: Pick<Story, 'cohort'>): Promise<void> => {
  await goTo(page, 'Cohorts');
  await page.getByRole('link', { name: 'New cohort' }).click();
  await pick(page, 'Programme', { index: 1 });
  await write(page, 'Code', cohort);
  await page.getByLabel('Places').fill('2');
  await writeDay(page, 'First day', dayFromToday(-3));
  await writeDay(page, 'Planned last day', dayFromToday(30));
  await writeDay(page, 'Enrolment closes', dayFromToday(20));
  await press(page, 'Save');
  await expect(page.getByRole('heading', { level: 1, name: cohort })).toBeVisible();

  await press(page, 'Open enrolment');
  await agree(page, 'Open enrolment');
  await expect(page.getByRole('main').getByText('Open', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Sessions', exact: true }).click();
  await press(page, 'Add sessions');
  await writeDay(page, 'Day, or first day', dayFromToday(0));
  await page.getByLabel('Starts').fill('08:00');
  await page.getByLabel('Ends').fill('11:00');
  await expectAccessible(page);
  await page.getByRole('region', { name: 'Add sessions' }).getByRole('button', { name: 'Add sessions' }).click();
  await expect(page.getByRole('row').filter({ hasText: '08:00–11:00' })).toBeVisible();
};

export const enrol = async (page: Page, { cohort, fullName, reference }: Story): Promise<void> => {
  await goTo(page, 'Cohorts');
  await page.getByRole('group', { name: 'State' }).getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('link', { name: cohort, exact: true }).click();
  await lookUp(page, 'Person', reference, fullName);
  await press(page, 'Enrol');
  await expect(page.getByRole('status').filter({ hasText: 'Enrolled:' })).toContainText(fullName);
  await expect(page.getByRole('row').filter({ hasText: reference })).toContainText('Registered');
  await expect(page.getByText('one place left')).toBeVisible();
  await expectAccessible(page);
};

/** No mouse once the register is open. */
export const markPresent = async (page: Page, { cohort, fullName }: Pick<Story, 'cohort' | 'fullName'>): Promise<void> => {
  await goTo(page, 'Cohorts');
  await page.getByRole('link', { name: `Register ${cohort} 08:00` }).click();
  await expectAccessible(page);
  await page.getByRole('group', { name: fullName }).getByRole('button').first().focus();
  await page.keyboard.press('p');
  await expect(page.getByRole('group', { name: fullName }).getByRole('button', { name: 'Present' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('s');
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
};

export const completeAndCertify = async (page: Page, story: Story): Promise<void> => {
  await goTo(page, 'Cohorts');
  await page.getByRole('group', { name: 'State' }).getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('link', { name: story.cohort, exact: true }).click();
  await page.getByRole('link', { name: story.fullName }).click();
  await expect(page.getByRole('main').getByText('Active', { exact: true })).toBeVisible();
  await press(page, 'Passed');
  await press(page, 'Record as completed');
  await expect(page.getByText('This trainee has completed the programme.')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Issue the certificate');

  await expect(page.getByText('In force')).toBeVisible();
  await expectAccessible(page);
  story.certificateCode = await fact(page, 'Code to check it').getByRole('link').innerText();
  const saved = page.waitForEvent('download');
  await press(page, 'ខ្មែរ');
  expect((await saved).suggestedFilename(), 'the name of the file does not name the holder').toMatch(/^[\w-]+-km\.pdf$/);
};

/** Anybody with the paper in the hand: no sign-in, and nothing about the holder but initials. */
export const verify = async (page: Page, story: Story): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Check a certificate' }).click();
  await expectAccessible(page);
  await write(page, 'Code on the certificate', story.certificateCode.toLowerCase());
  await press(page, 'Check');
  await expect(page.getByRole('status').filter({ hasText: 'In force' })).toBeVisible();
  const words = page.getByRole('main');
  await expect(words).toContainText('Initials of the holder');
  await expect(words).not.toContainText(story.fullName);
  await expect(words).not.toContainText(story.latinName);
  await expect(words).not.toContainText(story.reference);
  await expectAccessible(page);
};
