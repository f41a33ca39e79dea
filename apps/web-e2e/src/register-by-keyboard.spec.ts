import { expect, expectAccessible, test } from './support/journey';
import { planSessionToday, registerPeople } from './support/groundwork';

test('a register is marked, filled down and saved without a mouse, and nothing is lost on the way', async ({ page, signInAs }) => {
  const people = await registerPeople(page, 4);
  const { cohort, sessionId } = await planSessionToday(page, people);
  await signInAs('instructor', `/training/sessions/${sessionId}/register`);
  await expect(page.getByText(cohort).first()).toBeVisible();
  await expectAccessible(page);

  const rows = page.getByRole('table', { name: 'Register' }).getByRole('row').filter({ has: page.getByRole('button') });
  await expect(rows).toHaveCount(4);
  const mark = (row: number, code: string) => rows.nth(row).getByRole('button', { name: code });
  const isMarked = (row: number, code: string) => expect(mark(row, code)).toHaveAttribute('aria-pressed', 'true');

  await test.step('Tab reaches the sheet in one stop; letters mark and go on', async () => {
    await page.getByRole('button', { name: 'Fill down' }).focus();
    await page.keyboard.press('Tab');
    await expect(mark(0, 'Present')).toBeFocused();
    await page.keyboard.press('p');
    await page.keyboard.press('l');
    await page.keyboard.press('a');
    await isMarked(0, 'Present');
    await isMarked(1, 'Late');
    await isMarked(2, 'Absent');
  });

  await test.step('arrows move and correct, D fills down', async () => {
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('e');
    await isMarked(2, 'Excused');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('d');
    await isMarked(3, 'Excused');
    await expect(page.getByText('4 marks are not saved yet.')).toBeVisible();
  });

  await test.step('a reload loses no mark, and S saves them', async () => {
    await page.reload();
    await isMarked(3, 'Excused');
    await page.keyboard.press('s');
    await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
    await page.reload();
    await isMarked(0, 'Present');
    await isMarked(1, 'Late');
    await isMarked(2, 'Excused');
    await isMarked(3, 'Excused');
    await expect(page.getByRole('button', { name: 'Save the register' })).toBeDisabled();
  });
});
