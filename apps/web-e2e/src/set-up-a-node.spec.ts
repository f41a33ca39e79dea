import { readFileSync } from 'node:fs';
import { expect, expectAccessible, test } from './support/journey';
import { newNode, type Node } from './support/new-node';

/** A node of its own: the one that the other journeys share has people in it. */
test.describe('a new operator', () => {
  let node: Node;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    node = await newNode();
  });
  test.afterAll(() => node.stop());

  test('sets up a node on the first visit, once, and is signed in', async ({ page }) => {
    const code = /with the code\s+([\w-]+)/.exec(readFileSync(node.logFile, 'utf8'))?.[1] ?? '';
    await page.goto(node.url);
    await expect(page.getByRole('heading', { level: 1, name: 'Set up this node' })).toBeVisible();
    await expectAccessible(page);

    await page.getByLabel('Code from the terminal').fill(code.toLowerCase());
    await page.getByLabel('Name of the operator').fill('Foundation of the Two Rivers');
    await page.getByLabel('Country').selectOption({ label: 'Cambodia' });
    await page.getByRole('button', { name: 'Next' }).click();

    await expect(page.getByLabel('Country')).toHaveValue('KH');
    await page.getByLabel('Name of the centre').fill('Centre Riverside');
    await page.getByRole('checkbox', { name: 'Khmer' }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByRole('checkbox', { name: 'Garment sewing' }).check();
    await page.getByLabel('CSV file of districts').setInputFiles({ name: 'districts.csv', mimeType: 'text/csv', buffer: Buffer.from('code,level,parent,en\nKH-102,2,KH-1,Mongkol Borei\nKH-103,2,KH-99,Nowhere\n') });
    await page.getByRole('button', { name: 'Check the file' }).click();
    await expect(page.getByText('1 rows are rejected, the first of them row 3.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByLabel('Your name').fill('First Administrator');
    await page.getByLabel('E-mail address').fill('first@operator.example');
    await page.getByLabel('Password').fill('too short');
    await page.getByRole('button', { name: 'Set up' }).click();
    await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Password').fill('a small boat on a wide river');
    await page.getByRole('button', { name: 'Set up' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible();
    await page.goto(`${node.url}/admin/centres`);
    await expect(page.getByRole('link', { name: 'Centre Riverside' })).toBeVisible();
    await page.goto(`${node.url}/set-up`);
    await expect(page.getByText('This node has been set up. Sign in.')).toBeVisible();
  });
});
