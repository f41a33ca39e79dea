import { request } from 'node:http';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import { apiUrl, type Answer, type Client, type Problem } from '../support/client';

const NAME = 'ស្រីពេជ្រ ម៉ៅចន្ទបូរី';
const LATIN = 'Sreypich Maochantbory';
const PHONE = '+85531000777';
const PASSPORT = 'N7419952';
const EMAIL = 'sreypich.maochantbory@example.org';
const HOME = 'behind the third well of Trapeang Thmor';
const TRACES = [NAME, LATIN, 'Sreypich', PHONE, '31000777', PASSPORT, EMAIL, HOME];

/** All refusals of all HTTP tests are searched once more when they are over, for everybody in the database. */
describe('what is refused', () => {
  let database: DataSource;
  let centreId: string;
  let registrar: Client;
  let administrator: Client;
  let stranger: Client;
  let person: { id: string; version: number };

  const facts = () => ({
    id: newId(), centreId, fullName: NAME, latinName: LATIN, addressText: HOME,
    contacts: [{ kind: 'phone', value: PHONE, safeToCall: true }], documents: [{ type: 'passport', number: PASSPORT, issuingCountry: 'KH' }],
  });
  const account = () => ({ id: newId(), email: EMAIL, displayName: LATIN, locale: 'en', roles: ['registrar'], reach: 'centre', centreId });

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager, { country: 'KH' })).id;
    registrar = await signedInAs(database, 'registrar', { centreId });
    administrator = await signedInAs(database, 'administrator', { reach: 'all' });
    stranger = await signedInAs(database, 'registrar', { centreId: (await newCentre(database.manager, { country: 'TH' })).id });
    const registered = await registrar.post<{ id: string; version: number }>('people', facts());
    expect(registered.status).toBe(201);
    person = registered.body;
    expect((await administrator.post('users', account())).status).toBe(201);
  });
  afterAll(() => database.destroy());

  /** Only what anybody may read; a stale write shows both values to those who may see them. */
  const said = ({ body }: Answer<Problem & { details?: Record<string, unknown> }>): string =>
    JSON.stringify(body.code === 'STALE_VERSION' ? { ...body, details: { ...body.details, mine: null, theirs: null } } : body);

  const REFUSED: readonly (readonly [string, () => Promise<Answer<Problem>>, number])[] = [
    ['a name that is too long', () => registrar.post('people', { ...facts(), fullName: NAME.repeat(50) }), 400],
    ['a name in the place of a date', () => registrar.post('people', { ...facts(), birth: { date: NAME, precision: 'day' } }), 400],
    ['a name in the place of a list', () => registrar.post('people', { ...facts(), alsoKnownAs: NAME }), 400],
    ['a name in the place of a code', () => registrar.post('people', { ...facts(), sex: LATIN, nationality: NAME }), 400],
    ['a name in the place of an id', () => registrar.get(`people/${encodeURIComponent(NAME)}`), 400],
    ['a name as the name of a field', () => registrar.post('people', { ...facts(), [NAME]: 1, [LATIN]: { [PHONE]: 1 } }), 400],
    ['a phone that nobody can call', () => registrar.post('people', { ...facts(), contacts: [{ kind: 'phone', value: `${PHONE}${PHONE}`, safeToCall: true }] }), 422],
    ['a province that does not exist', () => registrar.post('people', { ...facts(), adminAreaCode: 'KH-999' }), 422],
    ['a change of an older state', () => registrar.patch(`people/${person.id}`, { version: person.version + 7, fullName: `${NAME} ${NAME}` }), 409],
    ['what is not theirs to see', () => stranger.get(`people/${person.id}`), 404],
    ['what is not theirs to change', () => stranger.patch(`people/${person.id}`, { version: 1, fullName: NAME }), 404],
    ['somebody else under the same id', () => stranger.post('people', { ...facts(), id: person.id }), 404],
    ['an account that exists', () => administrator.post('users', account()), 409],
    ['an account with a name as its address', () => administrator.post('users', { ...account(), id: newId(), email: LATIN }), 400],
    ['a wrong password', () => registrar.post('auth/sign-in', { email: EMAIL, password: LATIN }), 401],
    ['a body that is cut off', () => registrar.callAsIs('POST', 'people', `{"fullName":"${NAME}","x":${LATIN}`, { 'content-type': 'application/json' }), 400],
    ['a body that is no JSON', () => registrar.callAsIs('POST', 'people', `fullName=${LATIN}`, { 'content-type': 'application/x-www-form-urlencoded' }), 400],
    ['a body that is too large', () => registrar.post('people', { ...facts(), addressText: HOME.repeat(40_000) }), 413],
    ['an address that does not exist', () => registrar.get(`nowhere/${encodeURIComponent(NAME)}?name=${encodeURIComponent(NAME)}&phone=${encodeURIComponent(PHONE)}`), 404],
    ['a page that was made by hand', () => registrar.post('people/search', { text: NAME, cursor: Buffer.from(NAME).toString('base64url') }), 400],
  ];

  it.each(REFUSED)('names nobody: %s', async (_, ask, status) => {
    const answer = await ask();
    expect([answer.status, said(answer)]).toEqual([status, expect.any(String)]);
    for (const trace of TRACES) {
      expect(said(answer)).not.toContain(trace);
    }
  });

  it('is a parameter that comes twice: nobody chooses which of them counts', async () => {
    const { status, body } = await registrar.get<Problem>('cohorts?limit=1&limit=2');
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('is a TRACE, which would show a page the cookies that it may not read', async () => {
    const { hostname, port } = new URL(apiUrl());
    for (const path of ['/', '/api/v1/auth/me', '/health/ready']) {
      const [status, text] = await new Promise<[number, string]>((resolve, reject) => {
        request({ hostname, port, path, method: 'TRACE', headers: { 'x-mine': LATIN } }, (response) => {
          let body = '';
          response.on('data', (part: Buffer) => (body += part.toString())).on('end', () => resolve([response.statusCode ?? 0, body]));
        })
          .on('error', reject)
          .end();
      });
      expect([404, 405]).toContain(status);
      expect(text).not.toContain(LATIN);
    }
  });

  it('is answered with nothing of what was sent as an address', async () => {
    const answer = await fetch(`${apiUrl()}/${encodeURIComponent(NAME)}.php?${encodeURIComponent(LATIN)}`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.not.stringMatching(/Sreypich|ស្រីពេជ្រ|%E1/)]);
  });
});
