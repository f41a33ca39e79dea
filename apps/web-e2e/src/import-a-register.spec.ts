import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Page } from '@playwright/test';
import { agree, goTo, pick, press } from './support/by-hand';
import { expect, expectAccessible, test } from './support/journey';
import { inventCode, inventPerson } from './support/people';

/** A register that its authors made up, with known duplicates; it lies beside the project where it is kept at all. */
const FEBRL = fileURLToPath(new URL('../../../../shared/data/febrl/dataset1.csv', import.meta.url));

const upload = async (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
  await goTo(page, 'Import a register');
  await page.getByLabel('File').setInputFiles(file);
  await press(page, 'Upload');
  await expect(page.getByRole('heading', { name: 'What do the columns mean?' })).toBeVisible();
};

/** How many rows came to an outcome, as its tile says. */
const countOf = (page: Page, outcome: string) => page.getByRole('button', { name: new RegExp(`^${outcome}\\s*\\d+$`) });

test('a register is mapped, looked at row by row, decided, taken over, and taken back', async ({ page, enterAs }) => {
  const [known, other] = [inventPerson(), inventPerson()];
  const file = `${inventCode('register')}.csv`;
  const rows = [
    ['Full name', 'Born', 'Gender', 'Phone', 'Village'],
    [known.fullName, '2545', 'F', known.phone, 'Poipet'],
    [known.fullName, '12/03/2545', 'F', known.phone, 'Poipet'],
    [other.fullName, '31/02/2540', 'M', '', 'Sisophon'],
    ['', '2540', 'M', '', 'Sisophon'],
  ];
  await enterAs('registrar');
  await upload(page, { name: file, mimeType: 'text/csv', buffer: Buffer.from(rows.map((row) => row.join(',')).join('\n')) });
  await expectAccessible(page);
  for (const [column, meaning] of [['Full name', 'Whole name'], ['Born', 'Birth date or year'], ['Gender', 'Sex'], ['Phone', 'Phone'], ['Village', 'Address']] as const) {
    await pick(page, column, meaning);
  }
  await press(page, 'Look at the rows');

  await test.step('the dry run says what becomes of every row, and why', async () => {
    await expect(page.getByText('One possible duplicate is not decided')).toBeVisible({ timeout: 60_000 });
    await expect(countOf(page, 'New')).toContainText('2');
    await expect(countOf(page, 'Left out')).toContainText('1');
    await expect(page.getByRole('row').filter({ hasText: '31/02/2540' })).toContainText('The date could not be read; it was left out.');
    await expect(page.getByRole('row').filter({ hasText: 'There is no name.' })).toContainText('Left out');
    await expectAccessible(page);
  });

  await test.step('a person decides about the possible duplicate', async () => {
    const duplicate = page.getByRole('row').filter({ hasText: '12/03/2545' });
    await expect(duplicate).toContainText('Row 2 of this file');
    await expect(duplicate).toContainText('Same phone');
    await duplicate.getByRole('button', { name: /^This is the person/ }).click();
    await expect(page.getByText('One possible duplicate is not decided')).toBeHidden();
  });

  await test.step('the rows are taken over as a job, which may be left', async () => {
    await press(page, 'Take over 3 rows');
    await goTo(page, 'Import a register');
    await page.getByRole('link', { name: file }).click();
    await expect(countOf(page, 'Created')).toContainText('2', { timeout: 60_000 });
    await expectAccessible(page);
    await page.getByRole('row').filter({ hasText: '12/03/2545' }).getByRole('link', { name: known.fullName }).click();
    await expect(page.getByRole('heading', { level: 1, name: known.fullName })).toBeVisible();
    await page.goBack();
  });

  await test.step('and the whole import is taken back', async () => {
    await press(page, 'Take the import back');
    await agree(page, 'Take the import back');
    await expect(countOf(page, 'Taken back')).toContainText('3', { timeout: 60_000 });
    await goTo(page, 'People');
    await page.getByRole('searchbox', { name: 'Any part of a name, or the reference' }).fill(known.fullName);
    await expect(page.getByText('Nobody was found.')).toBeVisible();
  });
});

test('every one of a thousand rows has its outcome', async ({ page, enterAs }) => {
  test.skip(!existsSync(FEBRL), 'The made-up register (febrl dataset 1) does not lie beside the project, at ../shared/data/febrl.');
  test.setTimeout(240_000);
  await enterAs('registrar');
  await upload(page, FEBRL);
  for (const [column, meaning] of [
    ['given_name', 'Given name'], ['surname', 'Family name'], ['street_number', 'Address'], ['address_1', 'Address'], ['address_2', 'Address'], ['suburb', 'Address'],
    ['postcode', 'Address'], ['state', 'Address'], ['date_of_birth', 'Birth date or year'], ['soc_sec_id', 'Number of an identity document'],
  ] as const) {
    await pick(page, column, meaning);
  }
  await press(page, 'Look at the rows');
  await expect(page.getByText(/possible duplicates are not decided$/)).toBeVisible({ timeout: 180_000 });
  const outcomes = await page.getByRole('group', { name: 'State' }).getByRole('button').allInnerTexts();
  const sum = outcomes.map((words) => Number(/\d+/.exec(words)?.[0] ?? 0)).reduce((total, count) => total + count, 0);
  expect(sum).toBe(1000);
  await expectAccessible(page);
});
