import { type Page } from '@playwright/test';
import { choose, goTo, part, pick, press, write, writeDay } from '../support/by-hand';
import { dayFromToday } from '../support/calendar';
import { expect, expectAccessible } from '../support/journey';
import { openFile, type Story } from './somebody';

const SIGNS = [
  'Entry as a tourist or without a visa, in order to work',
  'The workplace is a known site or border zone, or the destination was changed',
  'Plans to travel for the offered work',
  'The debt is to a recruiter, an employer or an informal lender',
] as const;

const DIMENSIONS = [
  'Safety and handling of risks', 'Physical health', 'Work skills and education', 'Handling money', 'Recovery from what happened', 'Resilience',
  'Family relationships', 'Ties in the community', 'Knowledge of rights',
] as const;

export const giveToSocialWorker = async (page: Page, story: Story): Promise<void> => {
  await openFile(page, story);
  await press(page, 'Give to a colleague');
  await pick(page, 'Colleague', 'Sreymom Social Worker');
  await press(page, 'Give');
  await expect(part(page, 'Who works with this person')).toContainText('Sreymom Social Worker');
  await expectAccessible(page);
};

/** A talk in private that finds an offer with warning signs. */
export const screen = async (page: Page, story: Story): Promise<void> => {
  await openFile(page, story);
  await page.getByRole('link', { name: 'Ask the questions about safety' }).click();
  await press(page, 'Start a talk');
  await expectAccessible(page);
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (let section = 1; section <= 6; section += 1) {
    await expect(page.getByText(`Step ${section} of 7`)).toBeVisible();
    for (const sign of SIGNS) {
      const question = page.getByRole('group', { name: sign });
      if (await question.isVisible()) {
        await question.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true });
      }
    }
    await next.click();
  }
  await expect(page.getByRole('heading', { name: 'Your own judgement' })).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Record the talk');
  await expect(page.getByRole('status').filter({ hasText: 'The talk is recorded.' })).toBeVisible();
  await expect(page.getByText('The offer shows warning signs.')).toBeVisible();
  await expectAccessible(page);
};

export const acceptFlag = async (page: Page, story: Story): Promise<void> => {
  await openFile(page, story);
  await page.getByRole('link', { name: 'Ask the questions about safety' }).click();
  await page.getByRole('link', { name: 'Look at it' }).click();
  const why = page.getByRole('region', { name: 'Why somebody should look' });
  for (const sign of SIGNS) {
    await expect(why).toContainText(sign);
  }
  await expect(why).toContainText('16 points');
  await expect(page.getByRole('region', { name: 'What would clear it' })).toContainText('a person decides');
  await expectAccessible(page);
  await press(page, 'I am looking at it');
  await choose(page, 'What will you do?', /^Offer help/);
  await pick(page, 'Which help?', { index: 1 });
  await write(page, 'Your reason', 'The offer cannot be checked; she asked for help herself.');
  await press(page, 'Record the decision');
  await expect(page.getByRole('region', { name: 'Who decided what' })).toContainText('Decided to offer help');
  await expectAccessible(page);
};

/** An accepted flag opens the case by itself; it waits on the page of the day. */
export const openCase = async (page: Page, { fullName }: Story): Promise<void> => {
  await expect(async () => {
    await goTo(page, 'Home');
    await goTo(page, 'Today');
    const line = page.getByRole('listitem').filter({ hasText: fullName });
    await expect(line).toContainText('Help is to be offered', { timeout: 3_000 });
    await line.getByRole('link', { name: fullName }).click();
    await expect(page.getByText(/^Case /)).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
  await expect(page.getByRole('heading', { level: 1, name: fullName })).toBeVisible();
  await expectAccessible(page);
};

export const planWithThePerson = async (page: Page): Promise<void> => {
  const intake = part(page, 'Intake');
  await write(intake, 'Why the person is here', 'Was offered office work abroad, visa arranged on arrival.');
  await press(intake, 'Save');
  await expect(intake.getByText('Was offered office work abroad')).toBeVisible();

  await press(page, 'Score the ten parts of life');
  const scale = part(page, 'Outcome scale');
  for (const dimension of DIMENSIONS) {
    await choose(scale, dimension, /^3/);
  }
  await choose(scale, 'Income', /^2/);
  await press(scale, 'Save');
  await expect(scale.getByRole('table')).toBeVisible();

  const plan = part(page, 'Plan');
  await press(plan, 'Add a goal');
  await write(plan, 'Goal', 'Earns her own money near her family');
  await pick(plan, 'Part of life', 'Income');
  await press(plan, 'Save');
  await press(plan, 'Add a step Earns her own money near her family');
  await write(plan, 'Step', 'Looks at the vacancies with the placement officer');
  await choose(plan, 'Who does it', 'The person');
  await writeDay(plan, 'By which day', dayFromToday(5));
  await expectAccessible(page);
  await press(plan, 'Save');
  await press(plan, 'The person agrees to this plan');
  await expect(plan).toContainText('Agreed on');
};

export const writeNote = async (page: Page): Promise<void> => {
  const notes = part(page, 'Notes');
  await write(notes, 'New note', 'She will show us the advert tomorrow.');
  await press(notes, 'Save the note');
  await expect(notes.getByRole('listitem').filter({ hasText: 'She will show us the advert tomorrow.' })).toContainText('Sreymom Social Worker');
  await press(page, 'Let the centre say “please call”');
  await expect(page.getByRole('status').filter({ hasText: 'The centre will pass it on.' })).toBeVisible();
  await expectAccessible(page);
};
