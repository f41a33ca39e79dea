import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface PersonAnswer {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly status: string;
  readonly missing: string[];
  readonly intake: unknown;
}

describe('people', () => {
  let database: DataSource;
  let centreId: string;
  let registrar: Client;
  let supervisor: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager, { country: 'KH', timeZone: 'Asia/Phnom_Penh' })).id;
    registrar = await signedInAs(database, 'registrar', { centreId });
    supervisor = await signedInAs(database, 'supervisor', { centreId });
  });
  afterAll(() => database.destroy());

  const register = (facts: object = {}) => registrar.post<PersonAnswer>('people', { id: newId(), centreId, fullName: 'ហេង ចំរើន', ...facts });

  it('are registered with nothing but a name, once', async () => {
    const id = newId();
    const first = await register({ id });
    expect([first.status, first.body.status]).toEqual([201, 'incomplete']);
    expect(first.body.reference).toMatch(/^\d{4}-\d{4}-\d$/);
    expect(first.body.missing).toContain('consent');
    expect((await register({ id })).body.reference).toBe(first.body.reference);
  });

  it.each([
    [{ fullName: '' }],
    [{ fullName: '   ' }],
    [{ birth: { date: '1990-02-31', precision: 'day' } }],
    [{ birth: { date: '1990-02-01', precision: 'century' } }],
    [{ nationality: 'Cambodia' }],
    [{ contacts: [{ kind: 'pigeon', value: '1' }] }],
    [{ unknownField: 1 }],
  ])('are not registered with %j', async (facts) => {
    const { status, body } = await registrar.post<Problem>('people', { id: newId(), centreId, fullName: 'Sok Dara', ...facts });
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it.each([
    ['CONTACT_UNREADABLE', { contacts: [{ kind: 'phone', value: 'zero' }] }],
    ['BIRTH_DATE_IMPOSSIBLE', { birth: { date: '2999-01-01', precision: 'year' } }],
    ['ADMIN_AREA_UNKNOWN', { adminAreaCode: 'KH-999' }],
    ['REFERENCE_INVALID', { reference: '4073-1529-5' }],
    ['DOCUMENT_NUMBER_EMPTY', { documents: [{ type: 'passport', number: '---' }] }],
  ])('are refused with %s', async (code, facts) => {
    const { status, body } = await registrar.post<Problem>('people', { id: newId(), centreId, fullName: 'Sok Dara', ...facts });
    expect([status, body.code]).toEqual([422, code]);
  });

  it('write where they came from, which the registrar cannot read and the supervisor can', async () => {
    const { body } = await register({ intakeSource: 'border-screening', presentingIssue: 'Was promised a job', urgentConcern: true });
    expect(body.intake).toBeNull();
    expect((await registrar.get<PersonAnswer>(`people/${body.id}`)).body.intake).toBeNull();
    expect((await supervisor.get<PersonAnswer>(`people/${body.id}`)).body.intake).toMatchObject({ presentingIssue: 'Was promised a job' });
  });

  it('are found by any part of the name in either script, and never through an address', async () => {
    const { body } = await register({ fullName: 'ណុប សុវណ្ណារិទ្ធ' });
    const { status, body: page } = await registrar.post<{ items: { id: string }[] }>('people/search', { text: 'sovan' });
    expect([status, page.items.map(({ id }) => id)]).toEqual([200, [body.id]]);
    expect((await registrar.get('people?text=sovan')).status).toBe(404);
    expect((await registrar.post<Problem>('people/search', { cursor: 'nonsense' })).body.code).toBe('CURSOR_INVALID');
  });

  it('are changed on the version that was read, else both values come back', async () => {
    const { id } = await newPerson(database.manager, { centreId });
    const changed = await registrar.patch<PersonAnswer>(`people/${id}`, { version: 1, nickname: 'Dada' });
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    const stale = await registrar.patch<Problem & { details: object }>(`people/${id}`, { version: 1, nickname: 'Other' });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE_VERSION']);
    expect(stale.body.details).toMatchObject({ mine: { nickname: 'Other' }, theirs: { nickname: 'Dada' } });
  });

  it('have documents whose numbers an instructor does not see', async () => {
    const { body } = await register({ documents: [{ type: 'national-id', number: '010 203 04' }] });
    const instructor = await signedInAs(database, 'instructor', { centreId });
    expect((await registrar.get(`people/${body.id}/documents`)).body).toMatchObject([{ type: 'national-id', number: '010 203 04' }]);
    expect((await instructor.get(`people/${body.id}/documents`)).body).toMatchObject([{ type: 'national-id', number: null }]);
    const added = await registrar.post<{ number: string }>(`people/${body.id}/documents`, { type: 'passport', number: 'N9' });
    expect([added.status, added.body.number]).toEqual([201, 'N9']);
    expect((await registrar.post<Problem>(`people/${body.id}/documents`, { type: 'library-card', number: '1' })).status).toBe(400);
  });
});
