import { type APIRequestContext, type Page } from '@playwright/test';
import { expect, emailOf, password, type Account } from './journey';
import { dayFromToday, type Day } from './calendar';
import { inventCode, inventPerson, type Invented } from './people';

interface Signed {
  readonly send: <T>(path: string, body: object) => Promise<T>;
  readonly read: <T>(path: string) => Promise<T>;
  readonly centreId: string;
}

const iso = ({ day, month, year }: Day): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** What a journey stands on and does not itself tell, written by the API as a colleague would have. */
const as = async (page: Page, account: Account): Promise<Signed> => {
  await page.context().clearCookies();
  const request: APIRequestContext = page.context().request;
  const signedIn = await request.post('/api/v1/auth/sign-in', { data: { email: emailOf(account), password: password() } });
  expect(signedIn.status()).toBe(200);
  const { centres } = (await signedIn.json()) as { centres: readonly { id: string }[] };
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  return {
    centreId: centres[0]?.id ?? '',
    send: async <T>(path: string, body: object) => {
      const answer = await request.post(`/api/v1/${path}`, { data: body, headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } });
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
      return (await answer.json()) as T;
    },
    read: async <T>(path: string) => (await (await request.get(`/api/v1/${path}`)).json()) as T,
  };
};

const CONSENT = { answer: 'given', noticeVersion: '2026-1', noticeLanguage: 'km', method: 'voice', givenBy: 'self' } as const;

export interface Registered extends Invented {
  readonly id: string;
  readonly reference: string;
}

/** People who agreed to be trained and screened. */
export const registerPeople = async (page: Page, count: number): Promise<Registered[]> => {
  const { send, centreId } = await as(page, 'registrar');
  const people: Registered[] = [];
  for (const invented of Array.from({ length: count }, inventPerson)) {
    const { id, reference } = await send<{ id: string; reference: string }>('people', {
      id: crypto.randomUUID(), centreId, fullName: invented.fullName, sex: 'female', birth: { date: '2001-01-01', precision: 'year' }, accompaniedBy: 'nobody', languages: ['km'],
      contacts: [{ kind: 'phone', value: invented.phone, safeToCall: true }],
      consents: ['hold-record', 'training', 'risk-screening'].map((purpose) => ({ ...CONSENT, purpose })),
    });
    people.push({ ...invented, id, reference });
  }
  return people;
};

/** An open cohort in which these people are enrolled, with a session today. */
export const planSessionToday = async (page: Page, people: readonly Registered[]): Promise<{ cohort: string; sessionId: string }> => {
  const { send, read, centreId } = await as(page, 'manager');
  const programmes = await read<readonly { versions: readonly { id: string; state: string }[] }[]>('programmes');
  const programmeVersionId = programmes.flatMap(({ versions }) => versions).find(({ state }) => state === 'published')?.id;
  const code = inventCode('KEYS');
  const cohort = await send<{ id: string; version: number }>('cohorts', {
    code, places: people.length, startsOn: iso(dayFromToday(-3)), plannedEndOn: iso(dayFromToday(30)), enrolmentClosesOn: iso(dayFromToday(20)), centreId, programmeVersionId,
  });
  await send(`cohorts/${cohort.id}/transition`, { to: 'open', version: cohort.version });
  for (const { id } of people) {
    await send(`cohorts/${cohort.id}/enrolments`, { personId: id });
  }
  const session = await send<{ id: string }>(`cohorts/${cohort.id}/sessions`, { sessionOn: iso(dayFromToday(0)), startsAt: '13:00', endsAt: '15:00' });
  return { cohort: code, sessionId: session.id };
};

/** The supervisor gives a person to a worker. */
export const giveTo = async (page: Page, { id: personId }: Registered, userId: string): Promise<void> => {
  const { send } = await as(page, 'supervisor');
  await send(`people/${personId}/caseload`, { id: crypto.randomUUID(), userId, role: 'social-worker' });
};

/** A case whose worker asks the centre to say "please call", written by the supervisor. Nothing else may be seen of it. */
export const openSecretCase = async (page: Page, { id: personId }: Registered, issue: string): Promise<{ caseId: string }> => {
  const { send } = await as(page, 'supervisor');
  const { id: caseId } = await send<{ id: string }>('cases', { id: crypto.randomUUID(), personId, source: 'self', presentingIssue: issue, urgentConcern: null });
  return { caseId };
};
