import { newCentre } from '@sampan/organisations/testing';
import { newEmployer } from '@sampan/placement/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';
import { inDays } from './days';

interface FileAnswer {
  readonly id: string;
  readonly version: number;
  readonly vettingState: string;
  readonly missingChecks: string[];
}

describe('employers', () => {
  let database: DataSource;
  let centreId: string;
  let officer: Client;
  let supervisor: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    [officer, supervisor] = [await signedInAs(database, 'placement-officer', { centreId }), await signedInAs(database, 'supervisor', { centreId })];
  });
  afterAll(() => database.destroy());

  const aFile = async (): Promise<FileAnswer> => {
    const { status, body } = await officer.post<FileAnswer>('employers', { centreId, name: 'Sunrise Bakery', kind: 'employer', country: 'TH' });
    expect(status).toBe(201);
    return body;
  };
  const check = (id: string, kind: string, result = 'passed') => officer.post<FileAnswer>(`employers/${id}/vetting/checks`, { kind, result, evidence: 'seen there', checkedOn: inDays(-1) });

  it('are vetted by one and cleared by another', async () => {
    const { id, missingChecks } = await aFile();
    for (const kind of missingChecks) {
      expect((await check(id, kind)).status).toBe(201);
    }
    expect((await officer.post<FileAnswer>(`employers/${id}/vetting/proposal`, { outcome: 'cleared', validUntil: inDays(200) })).body.vettingState).toBe('in-review');
    expect((await officer.post<Problem>(`employers/${id}/vetting/decision`, { approved: true })).body.code).toBe('NOT_PERMITTED');
    const { status, body } = await supervisor.post<FileAnswer>(`employers/${id}/vetting/decision`, { approved: true });
    expect([status, body.vettingState]).toEqual([200, 'cleared']);
  });

  it('are not proposed while checks are missing, and the answer names them', async () => {
    const { id } = await aFile();
    await check(id, 'registration');
    const { status, body } = await officer.post<Problem & { details: { missing: string[] } }>(`employers/${id}/vetting/proposal`, { outcome: 'cleared', validUntil: inDays(200) });
    expect([status, body.code]).toEqual([422, 'VETTING_CHECKS_MISSING']);
    expect(body.details.missing).toContain('site-visit');
  });

  it('are blocked at once and opened again by a supervisor', async () => {
    const { id } = await aFile();
    expect((await officer.post<FileAnswer>(`employers/${id}/vetting/block`, { reason: 'Passports are kept' })).body.vettingState).toBe('blocked');
    expect((await supervisor.post<FileAnswer>(`employers/${id}/vetting/reopen`, { reason: 'New owner' })).body.vettingState).toBe('in-review');
  });

  it('change on their latest version only', async () => {
    const { id, version } = await aFile();
    expect((await officer.patch<FileAnswer>(`employers/${id}`, { place: 'Sa Kaeo', version })).body).toMatchObject({ place: 'Sa Kaeo', version: version + 1 });
    expect((await officer.patch<Problem>(`employers/${id}`, { place: 'Trat', version })).status).toBe(409);
  });

  it.each([[{ name: '' }], [{ kind: 'friend' }], [{ country: 'Thailand' }], [{ surprise: 1 }], [{ name: 'a'.repeat(201) }]])('are not added with %j', async (wrong) => {
    expect((await officer.post('employers', { centreId, name: 'Sunrise Bakery', kind: 'employer', country: 'TH', ...wrong })).status).toBe(400);
  });

  it.each([[{ name: null }], [{ kind: null }]])('are not changed to %j', async (wrong) => {
    const { id, version } = await aFile();
    expect((await officer.patch(`employers/${id}`, { version, ...wrong })).status).toBe(400);
  });

  it.each([
    ['checks', { kind: 'registration', result: 'maybe', evidence: 'seen there', checkedOn: '2026-01-01' }],
    ['checks', { kind: 'registration', result: 'passed', evidence: 'seen there', checkedOn: '2026-02-30' }],
    ['proposal', { outcome: 'blocked', validUntil: '2026-01-01' }],
    ['block', {}],
  ])('take no %s with %j', async (what, wrong) => {
    const { id } = await aFile();
    expect((await officer.post(`employers/${id}/vetting/${what}`, wrong)).status).toBe(400);
  });

  it('are returned only with a reason', async () => {
    const { id } = await aFile();
    expect((await supervisor.post(`employers/${id}/vetting/decision`, { approved: false })).status).toBe(400);
  });

  it('are found by a part of the name, in any case', async () => {
    const { id } = await newEmployer(database.manager, { centreId, name: 'Moonlight 100% Garments' });
    const found = await officer.get<{ items: { id: string }[] }>(`employers?name=${encodeURIComponent('100% garm')}`);
    expect(found.body.items.map((one) => one.id)).toEqual([id]);
    expect((await officer.get<Problem>('employers?cursor=nonsense')).status).toBe(400);
    expect((await officer.get<Problem>('employers?state=friendly')).status).toBe(400);
  });
});
