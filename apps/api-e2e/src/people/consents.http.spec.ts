import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface Purpose {
  readonly purpose: string;
  readonly state: string;
  readonly history: { readonly id: string; readonly answer: string }[];
}

describe('consents', () => {
  let database: DataSource;
  let centreId: string;
  let registrar: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager, { country: 'TH' })).id;
    registrar = await signedInAs(database, 'registrar', { centreId });
  });
  afterAll(() => database.destroy());

  const answer = { purpose: 'training', answer: 'given', noticeVersion: '2026-1', noticeLanguage: 'th', method: 'signature', givenBy: 'self' };
  const record = <T = { id: string }>(personId: string, over: object = {}) => registrar.post<T>(`people/${personId}/consents`, { id: newId(), ...answer, ...over });
  const stateOf = async (personId: string) =>
    (await registrar.get<Purpose[]>(`people/${personId}/consents`)).body.find(({ purpose }) => purpose === 'training');

  it('are given and withdrawn, and every answer stays', async () => {
    const { id } = await newPerson(database.manager, { centreId });
    expect(await stateOf(id)).toMatchObject({ state: 'not-asked', basis: 'consent', history: [] });
    expect((await record(id)).status).toBe(201);
    expect((await record(id, { answer: 'withdrawn' })).status).toBe(201);
    expect(await stateOf(id)).toMatchObject({ state: 'withdrawn', history: [{ answer: 'withdrawn' }, { answer: 'given' }] });
    expect((await record<Problem>(id, { answer: 'withdrawn' })).body.code).toBe('TRANSITION_REFUSED');
  });

  it('are one answer when the same request comes twice', async () => {
    const { id } = await newPerson(database.manager, { centreId });
    const request = { id: newId() };
    expect((await record(id, request)).body).toEqual((await record(id, request)).body);
    expect((await stateOf(id))?.history).toHaveLength(1);
  });

  it('of a child need the guardian too, and refusing does not', async () => {
    const { id } = await newPerson(database.manager, { centreId, birthDate: '2015-01-01' });
    expect((await record<Problem>(id)).body.code).toBe('CONSENT_NOT_THEIRS_ALONE');
    expect((await record(id, { answer: 'refused' })).status).toBe(201);
    expect((await record(id, { givenBy: 'self-and-guardian' })).status).toBe(201);
  });

  it('come with a receipt in the words of ISO/IEC TS 27560', async () => {
    const { id } = await newPerson(database.manager, { centreId });
    const { body } = await record(id);
    const receipt = await registrar.get(`people/${id}/consents/${body.id}/receipt`);
    expect(receipt.body).toMatchObject({ record_id: body.id, pii_principal_id: id, pii_processing: { purposes: [{ purpose: 'training', lawful_basis: 'consent' }] } });
    expect((await registrar.get<Problem>(`people/${id}/consents/${newId()}/receipt`)).body.code).toBe('CONSENT_NOT_FOUND');
  });

  it('are overridden by a supervisor only, with a reason', async () => {
    const { id } = await newPerson(database.manager, { centreId });
    const override = { id: newId(), purpose: 'follow-up-contact', basis: 'vital-interest', reason: 'No answer for a week' };
    expect((await registrar.post(`people/${id}/consent-overrides`, override)).status).toBe(403);
    const supervisor = await signedInAs(database, 'supervisor', { centreId });
    expect((await supervisor.post(`people/${id}/consent-overrides`, override)).status).toBe(204);
    expect((await supervisor.post(`people/${id}/consent-overrides`, override)).status).toBe(204);
    expect((await supervisor.get(`people/${id}/consent-overrides`)).body).toMatchObject([{ reason: 'No answer for a week', usedAt: null }]);
    expect((await supervisor.post(`people/${id}/consent-overrides`, { ...override, reason: 'x' })).status).toBe(400);
  });

  it.each([[{ purpose: 'everything' }], [{ method: 'telepathy' }], [{ noticeLanguage: 'Thai!' }], [{ answer: 'expired' }]])('refuse %j', async (over) => {
    const { id } = await newPerson(database.manager, { centreId });
    expect((await record(id, over)).status).toBe(400);
  });
});
