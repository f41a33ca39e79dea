import { type Page } from '@playwright/test';
import { choose, goTo, lookUp, part, pick, press, write, writeDay } from '../support/by-hand';
import { dayFromToday } from '../support/calendar';
import { expect, expectAccessible } from '../support/journey';
import { openFile, type Story } from './somebody';

const CHECKS = [
  'Registered business', 'The place was visited', 'Workers were asked, without the employer', 'Not on the watch-list', 'Promises in writing that workers pay no fee',
  'Contact found by ourselves',
] as const;

export const vetEmployer = async (page: Page, { employer }: Story): Promise<void> => {
  await goTo(page, 'Employers');
  await page.getByRole('link', { name: 'Add an employer' }).click();
  await write(page, 'Name of the business', employer);
  await pick(page, 'Country', 'Thailand');
  await write(page, 'Place', 'Aranyaprathet');
  await press(page, 'Save');
  await expect(page.getByRole('heading', { level: 1, name: employer })).toBeVisible();

  const dialog = page.getByRole('dialog');
  for (const check of CHECKS) {
    await press(page, 'Record a check');
    await pick(dialog, 'Check', check);
    await choose(dialog, 'Result', 'Passed');
    await write(dialog, 'Evidence', 'Seen by ourselves; kept in the paper file.');
    await press(dialog, 'Save');
    await expect(dialog).toBeHidden();
  }
  await press(page, 'Propose a clearance');
  await writeDay(dialog, 'Valid until', dayFromToday(300));
  await expectAccessible(page);
  await press(dialog, 'Propose a clearance');
  await expect(page.getByText('Somebody other than the proposer decides.').filter({ visible: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeHidden();
  await expectAccessible(page);
};

export const approveEmployer = async (page: Page, { employer }: Story): Promise<void> => {
  await goTo(page, 'Employers');
  await page.getByRole('searchbox', { name: 'Find by name of the business' }).fill(employer);
  const row = page.getByRole('row').filter({ hasText: employer });
  await expect(row).toContainText('Waits for a second person');
  await row.getByRole('link', { name: employer }).click();
  await press(page, 'Approve');
  await expect(page.getByRole('main').getByText('Cleared', { exact: true }).first()).toBeVisible();
};

export const screenVacancy = async (page: Page, { employer, job }: Story): Promise<void> => {
  await goTo(page, 'Employers');
  await page.getByRole('searchbox', { name: 'Find by name of the business' }).fill(employer);
  await page.getByRole('row').getByRole('link', { name: employer }).click();
  await page.getByRole('link', { name: 'Add a vacancy' }).click();
  await expect(page.getByRole('combobox', { name: 'Employer' })).toHaveValue(employer);
  await write(page, 'Title as offered', job);
  await lookUp(page, 'Occupation', 'weld', /Welders and flame cutters/);
  await page.getByLabel('Places').fill('1');
  await page.getByLabel('Amount').fill('13000');
  await page.getByLabel('Hours a week').fill('48');
  await page.getByLabel('Usual pay a month').fill('12500');
  await write(page, 'Where this number comes from', 'Provincial wage board');
  await page.getByLabel('Legal minimum a month').fill('9500');
  await expectAccessible(page);
  await press(page, 'Save');
  await expect(page.getByRole('heading', { level: 1, name: job })).toBeVisible();

  await press(page, 'Screen this offer');
  const screen = part(page, 'Offer screen');
  await expect(screen.getByRole('radiogroup')).toHaveCount(14);
  for (const question of await screen.getByRole('radiogroup').all()) {
    await question.getByRole('radio', { name: 'No', exact: true }).check();
  }
  await expectAccessible(page);
  await press(screen, 'Finish the screen');
  await expect(screen).toContainText('Passed');
  await expect(screen).toContainText('This does not mean that it is safe.');
};

/** From the proposal to the accepted offer, each step as its own record. */
export const applyAndAccept = async (page: Page, { fullName, reference }: Story): Promise<void> => {
  const proposed = part(page, 'People proposed');
  await lookUp(proposed, 'Propose a person', reference, fullName);
  await press(proposed, 'Propose');
  const line = proposed.getByRole('listitem').filter({ hasText: reference });
  for (const [step, state] of [
    ['Record: the person agrees', 'Agreed to be referred'],
    ['Send to the employer', 'Sent to the employer'],
    ['The job is offered', 'Job offered'],
    ['The person accepts', 'Accepted'],
  ] as const) {
    await press(line, step);
    await expect(line.getByText(state, { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await line.getByRole('link', { name: 'To the placement' }).click();
};

/** The gates are shut until the contract, the passport and every cost are recorded. */
export const passGates = async (page: Page): Promise<void> => {
  const gates = part(page, 'Before setting out');
  await expect(gates).toContainText('Put the contract on file.');
  await press(page, 'Papers are in order');
  await expect(page.getByRole('status').filter({ hasText: 'Something is missing' })).toContainText('Put the contract on file.');
  await expectAccessible(page);

  await press(page, 'Change the papers');
  const papers = part(page, 'Papers');
  await papers.getByLabel('Contract file').setInputFiles({ name: 'contract.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
  await press(papers, 'Put it on file');
  await expect(papers.getByRole('button', { name: 'Open the contract' })).toBeVisible();
  await pick(papers, 'Language of the contract', 'Khmer');
  await papers.getByRole('checkbox', { name: 'The person reads this language' }).check();
  await choose(papers, 'Who holds the passport?', 'The person');
  await press(papers, 'All blanks are zero');
  await expectAccessible(page);
  await press(papers, 'Save');
  await expect(papers.getByRole('table')).toBeVisible();
  await press(page, 'Papers are in order');
  await expect(page.getByText('Papers checked', { exact: true })).toBeVisible();
};

export const setOut = async (page: Page): Promise<void> => {
  await press(page, 'Has set out');
  const dialog = page.getByRole('dialog');
  await writeDay(dialog, 'Started on', dayFromToday(-7));
  await press(dialog, 'Has set out');
  await expect(page.getByText('Started', { exact: true })).toBeVisible();
  await press(page, 'Work has really begun');
  await expect(page.getByText('In work', { exact: true })).toBeVisible();
  await expectAccessible(page);
};

/** The call of day 7: neutral while the employer listens, all questions once the person is alone. */
export const call = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Day 7', exact: true }).click();
  await expectAccessible(page);
  const sheet = part(page, 'The call');
  await choose(sheet, 'Who answered?', 'The person');
  await choose(sheet, 'Is the employer there?', 'Yes');
  await expect(sheet.getByRole('status').filter({ hasText: 'Neutral talk only' })).toBeVisible();
  await expect(sheet.getByText('Were you paid what was promised')).toBeHidden();
  await expect(sheet.getByLabel('Amount')).toBeHidden();

  await choose(sheet, 'Is the employer there?', 'No, the person is alone');
  await choose(sheet, 'Code word', 'Right');
  await expect(sheet.getByRole('status').filter({ hasText: 'Safe to talk: all questions' })).toContainText('Were you paid what was promised');
  await pick(sheet, 'What does the person do now?', 'Employed');
  await choose(sheet, 'With the same employer?', 'Yes');
  await sheet.getByLabel('Amount').fill('13000');
  await expectAccessible(page);
  await press(sheet, 'Save the call');
  await expect(page.getByText('Reached', { exact: true })).toBeVisible();
  await expect(part(page, 'What was seen')).toContainText('same employer');
  await expectAccessible(page);
};

export const reportConcern = async (page: Page, story: Story): Promise<void> => {
  await openFile(page, story);
  await page.getByRole('link', { name: 'Report a labour concern' }).click();
  await expect(page.getByRole('combobox', { name: 'Person' })).toHaveValue(story.fullName);
  await page.getByRole('checkbox', { name: 'Wages are withheld' }).check();
  await write(page, 'What was said', 'The last two weeks were not paid.');
  await choose(page, 'Who reports it', 'The person');
  await expectAccessible(page);
  await press(page, 'Send');
  await expect(page.getByRole('status').filter({ hasText: 'It was received' })).toBeVisible();
  await goTo(page, 'Labour concerns');
  await page.getByRole('row').filter({ hasText: story.fullName }).getByRole('link').first().click();
  await expect(page.getByText('Wages are withheld')).toBeVisible();
  await expectAccessible(page);
};
