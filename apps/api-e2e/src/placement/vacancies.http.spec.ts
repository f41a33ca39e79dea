import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newPerson } from '@sampan/people/testing';
import { newEmployer, newVacancy, NO_SIGNS } from '@sampan/placement/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface VacancyAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
interface ApplicationAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly placementId: string | null;
}

describe('vacancies and applications', () => {
  let database: DataSource;
  let centreId: string;
  let employerId: string;
  let officer: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    employerId = (await newEmployer(database.manager, { centreId, validUntil: '2091-01-01' })).id;
    officer = await signedInAs(database, 'placement-officer', { centreId });
  });
  afterAll(() => database.destroy());

  const offer = { title: 'Baker', kind: 'wage', occupation: '7512', country: 'TH', places: 2, wageAmount: 400, wageCurrency: 'THB', wagePeriod: 'day' };

  it('are added, screened, filled and closed', async () => {
    const { status, body: draft } = await officer.post<VacancyAnswer>('vacancies', { ...offer, employerId });
    expect([status, draft.state]).toEqual([201, 'draft']);
    const screened = await officer.post<VacancyAnswer>(`vacancies/${draft.id}/screen`, { answers: NO_SIGNS, version: draft.version });
    expect([screened.status, screened.body.state]).toEqual([200, 'open']);
    expect((await officer.get<{ items: VacancyAnswer[] }>(`vacancies?state=open&employerId=${employerId}`)).body.items.map(({ id }) => id)).toContain(draft.id);
    expect((await officer.get(`vacancies/${draft.id}`)).body).toEqual(screened.body);
    expect((await officer.post<VacancyAnswer>(`vacancies/${draft.id}/close`)).body.state).toBe('closed');
    expect((await officer.patch<Problem>(`vacancies/${draft.id}`, { title: 'Cook', version: screened.body.version + 1 })).body.code).toBe('VACANCY_CLOSED');
  });

  it('are blocked by a warning sign', async () => {
    const { id, version } = await newVacancy(database.manager, { centreId, employerId, state: 'draft', screenOutcome: null });
    const { body } = await officer.post<VacancyAnswer>(`vacancies/${id}/screen`, { answers: { ...NO_SIGNS, 'fee-or-documents-asked-first': 'yes' }, version });
    expect(body).toMatchObject({ state: 'blocked', screenSigns: ['fee-or-documents-asked-first'] });
  });

  it.each([
    ['an answer is missing', { 'tourist-visa': undefined }],
    ['an answer is none of the three', { 'tourist-visa': 'perhaps' }],
    ['an item does not exist', { 'nice-logo': 'no' }],
  ])('are not screened when %s', async (_, wrong) => {
    const { id, version } = await newVacancy(database.manager, { centreId, employerId });
    expect((await officer.post(`vacancies/${id}/screen`, { answers: { ...NO_SIGNS, ...wrong }, version })).status).toBe(400);
  });

  it.each([[{ places: 0 }], [{ wageAmount: -1 }], [{ wageAmount: 1.234 }], [{ wageCurrency: 'Baht' }], [{ occupation: 'baker' }], [{ hoursPerWeek: 200 }], [{ title: null }]])(
    'are not added with %j',
    async (wrong) => {
      expect((await officer.post('vacancies', { ...offer, employerId, ...wrong })).status).toBe(400);
    },
  );

  it('take a person from the proposal to the placement', async () => {
    const { id: vacancyId } = await newVacancy(database.manager, { centreId, employerId });
    const { id: personId } = await newPerson(database.manager, { centreId });
    const proposed = await officer.post<ApplicationAnswer>(`vacancies/${vacancyId}/applications`, { personId });
    expect([proposed.status, proposed.body.state]).toEqual([201, 'proposed']);
    let application = proposed.body;
    const move = (to: string, more = {}) => officer.post<ApplicationAnswer & Problem>(`vacancy-applications/${application.id}/move`, { to, version: application.version, ...more });

    expect((await move('consented')).body.code).toBe('CONSENT_MISSING');
    await newConsent(database.manager, { personId, centreId, purpose: 'placement-referral' });
    for (const to of ['consented', 'sent', 'offered', 'accepted']) {
      const { status, body } = await move(to);
      expect([to, status, body.state]).toEqual([to, 200, to]);
      application = body;
    }
    expect((await officer.get(`placements/${application.placementId}`)).body).toMatchObject({ source: 'sent', state: 'offered', person: { id: personId } });
    expect((await officer.get<ApplicationAnswer[]>(`vacancies/${vacancyId}/applications`)).body).toMatchObject([{ id: application.id, state: 'accepted' }]);
    expect((await move('declined')).status).toBe(400);
    expect((await move('declined', { declinedBy: 'person' })).body.code).toBe('TRANSITION_REFUSED');
  });

  it('are offered to a person once', async () => {
    const { id: vacancyId } = await newVacancy(database.manager, { centreId, employerId });
    const { id: personId } = await newPerson(database.manager, { centreId });
    await officer.post(`vacancies/${vacancyId}/applications`, { personId });
    const { status, body } = await officer.post<Problem>(`vacancies/${vacancyId}/applications`, { personId });
    expect([status, body.code]).toEqual([409, 'APPLICATION_EXISTS']);
    expect((await officer.post(`vacancies/${vacancyId}/applications`, { personId: 'somebody' })).status).toBe(400);
  });
});
