import type { Page } from '@playwright/test';
import { emailOf, expect, password } from './journey';

interface NewColleague {
  readonly role: string;
  readonly reach: string;
  readonly displayName: string;
}

/** What an administrator does for a colleague, by the API. */
const asAdministrator = async <T>(page: Page, path: string, data: object = {}): Promise<T> => {
  await page.context().clearCookies();
  const request = page.context().request;
  const signedIn = await request.post('/api/v1/auth/sign-in', { data: { email: emailOf('admin'), password: password() } });
  expect(signedIn.status()).toBe(200);
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await request.post(`/api/v1/${path}`, { data, headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
};

/** Somebody new at a centre, who has no password yet. */
export const newColleague = async (page: Page, { role, reach, displayName }: NewColleague = { role: 'registrar', reach: 'centre', displayName: 'New Colleague' }): Promise<{ id: string; email: string }> => {
  await page.context().clearCookies();
  const request = page.context().request;
  const registrar = await request.post('/api/v1/auth/sign-in', { data: { email: emailOf('registrar'), password: password() } });
  const { centres } = (await registrar.json()) as { centres: readonly { id: string }[] };
  const email = `colleague-${crypto.randomUUID()}@demo.sampan.example`;
  const { id } = await asAdministrator<{ id: string }>(page, 'users', { email, displayName, locale: 'en', roles: [role], reach, centreId: centres[0]?.id });
  return { id, email };
};

export const oneTimeLinkFor = async (page: Page, userId: string): Promise<string> => (await asAdministrator<{ url: string }>(page, `users/${userId}/one-time-link`)).url;
