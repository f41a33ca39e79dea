import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { OVERHEARD, type Overheard } from './support/overheard';

const leaks = pathToFileURL(join(import.meta.dirname, '../../../tools/privacy/leaks.mjs')).href;

interface Looked {
  readonly leaks: readonly string[];
  readonly traces: number;
  readonly places: readonly string[];
}
interface Product {
  readonly databaseUrl: string;
  readonly encryptionKey: string;
  readonly logFile: string;
  readonly overheard: readonly Overheard[];
}

const overheard = (): Overheard[] =>
  existsSync(OVERHEARD) ? readdirSync(OVERHEARD).flatMap((file) => JSON.parse(readFileSync(join(OVERHEARD, file), 'utf8')) as Overheard[]) : [];

/** After all journeys: the demo's people, those whom the journeys registered, and the colleagues. */
test('no log, address, title, notification, job, dead letter or refusal of any journey names anybody', async () => {
  const product = JSON.parse(process.env['SAMPAN_E2E_PRODUCT'] ?? 'null') as Omit<Product, 'overheard'> | null;
  test.skip(!product, 'a product that ran before this run: its database and log are not known here');
  const { findLeaks } = (await import(leaks)) as { findLeaks: (product: Product) => Promise<Looked> };
  const heard = overheard();
  const looked = await findLeaks({ ...product!, overheard: heard });

  expect(looked.leaks).toEqual([]);
  // Nothing to look for, or nowhere to look, would prove nothing.
  expect(looked.traces).toBeGreaterThan(1000);
  expect(looked.places).toEqual(expect.arrayContaining(['log', 'notification', 'job', 'queue, with its dead letters', 'audit', 'address', 'title', 'refusal', 'browser storage']));
});
