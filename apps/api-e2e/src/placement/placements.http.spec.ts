import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newPerson } from '@sampan/people/testing';
import { newApplication, newEmployer, newPlacement, newVacancy, NO_COSTS } from '@sampan/placement/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';
import { inDays } from './days';

interface PlacementAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly followUps: { readonly checkDay: number }[];
}

const PDF = '%PDF-1.7 a contract';

describe('placements', () => {
  let database: DataSource;
  let centreId: string;
  let officer: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager, { country: 'KH', timeZone: 'Asia/Phnom_Penh' })).id;
    officer = await signedInAs(database, 'placement-officer', { centreId });
  });
  afterAll(() => database.destroy());

  const aPerson = async (): Promise<string> => (await newPerson(database.manager, { centreId })).id;
  const aSent = async (): Promise<string> => {
    const personId = await aPerson();
    await newConsent(database.manager, { personId, centreId, purpose: 'placement-referral' });
    const { id: employerId } = await newEmployer(database.manager, { centreId, validUntil: '2091-01-01' });
    const { id: vacancyId } = await newVacancy(database.manager, { centreId, employerId, taken: 1 });
    const { id: applicationId } = await newApplication(database.manager, { centreId, personId, vacancyId, state: 'accepted' });
    return (
      await newPlacement(database.manager, {
        centreId, personId, employerId, vacancyId, applicationId, source: 'sent', homeCountry: 'KH', country: 'TH', state: 'offered', startedOn: null, passportHolder: null, costs: [], hasWrittenContract: false,
      })
    ).id;
  };
  const upload = (id: string, content: string) => {
    const form = new FormData();
    form.set('file', new Blob([content], { type: 'application/pdf' }), '../..\\កិច្ចសន្យា"\r\nX-Evil: 1; filename="x\u202efdp.exe');
    return officer.post<PlacementAnswer & Problem>(`placements/${id}/contract`, form);
  };

  it('pass their gates, start, are confirmed and end', async () => {
    const id = await aSent();
    const shut = await officer.post<Problem & { details: { missing: string[] } }>(`placements/${id}/check-contract`);
    expect([shut.status, shut.body.code, shut.body.details.missing]).toEqual([422, 'GATES_SHUT', ['CONTRACT_MISSING', 'CONTRACT_NOT_UNDERSTOOD', 'PASSPORT_HOLDER_MISSING', 'COSTS_BLANK']]);

    const { status, body } = await upload(id, PDF);
    expect(status).toBe(201);
    const papers = { contractLanguage: 'km', contractUnderstood: true, passportHolder: 'person', costs: NO_COSTS, costCurrency: 'THB', version: body.version };
    expect((await officer.patch(`placements/${id}/papers`, papers)).status).toBe(200);
    expect((await officer.post<PlacementAnswer>(`placements/${id}/check-contract`)).body.state).toBe('contract-checked');
    const started = await officer.post<PlacementAnswer>(`placements/${id}/start`, { startedOn: inDays(-2) });
    expect([started.body.state, started.body.followUps.map(({ checkDay }) => checkDay)]).toEqual(['started', [7, 30, 90, 180, 365]]);
    expect((await officer.post<PlacementAnswer>(`placements/${id}/confirm`)).body.state).toBe('active');
    expect((await officer.post<PlacementAnswer>(`placements/${id}/end`, { endedOn: inDays(-1), reason: 'family' })).body.state).toBe('ended');
    expect((await officer.patch<Problem>(`placements/${id}/papers`, { ...papers, version: 99 })).body.code).toBe('PLACEMENT_OVER');
  });

  it('keep the contract and give it back under a name that tells nothing', async () => {
    const id = await aSent();
    expect((await officer.get<Problem>(`placements/${id}/contract`)).body.code).toBe('CONTRACT_MISSING');
    await upload(id, PDF);
    const { body, headers } = await officer.get<Buffer>(`placements/${id}/contract`);
    expect([Buffer.from(body).toString(), headers.get('content-disposition')]).toEqual([PDF, 'attachment; filename="contract"']);
    expect((await upload(id, 'MZ a program')).status).toBe(400);
    expect((await officer.post<Problem>(`placements/${id}/contract`, new FormData())).status).toBe(400);
  });

  it('that never started free the place', async () => {
    expect((await officer.post<PlacementAnswer>(`placements/${await aSent()}/never-started`)).body.state).toBe('never-started');
  });

  const job = { source: 'informal', kind: 'wage', title: 'Porter', country: 'KH', startedOn: '2026-01-10', hasWrittenContract: false, passportHolder: 'person' };

  it('of any kind are recorded, without a contract too', async () => {
    const personId = await aPerson();
    const { status, body } = await officer.post<PlacementAnswer>('placements', { ...job, personId });
    expect([status, body.state]).toEqual([201, 'active']);
    expect((await officer.get(`placements?personId=${personId}&source=informal`)).body).toMatchObject({ items: [{ id: body.id }] });
  });

  it.each([
    [{ source: 'sent' }], [{ passportHolder: null }], [{ startedOn: 'last year' }], [{ hasWrittenContract: 'no' }],
    [{ costs: [{ head: 'medical', amount: 1, paidBy: 'person' }, { head: 'medical', amount: 2, paidBy: 'person' }] }], [{ costs: [{ head: 'medical', amount: -1, paidBy: 'person' }] }],
  ])('are not recorded with %j', async (wrong) => {
    expect((await officer.post('placements', { ...job, personId: await aPerson(), ...wrong })).status).toBe(400);
  });

  it.each([['papers', 'PATCH', { contractUnderstood: null, version: 1 }], ['papers', 'PATCH', { costs: null, version: 1 }], ['start', 'POST', {}], ['end', 'POST', { endedOn: '2026-01-01', reason: 'because' }]])(
    'refuse %s (%s) with %j',
    async (what, method, wrong) => {
      expect((await officer.call(method, `placements/${await aSent()}/${what}`, wrong)).status).toBe(400);
    },
  );

  it('are a status to registrars and no more: they have no door here', async () => {
    const registrar = await signedInAs(database, 'registrar', { centreId });
    expect((await registrar.get<Problem>(`placements/${await aSent()}`)).body.code).toBe('NOT_PERMITTED');
  });
});
