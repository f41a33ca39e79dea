import { Injectable, Module } from '@nestjs/common';
import { viewerOf } from '@sampan/access/testing';
import { Hears, newId, type Handler, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { PlacementModule } from '../placement.module';
import { newEmployer, newVacancy, NO_SIGNS } from '../testing';
import { VacanciesService } from './vacancies.service';
import { OfferReported } from './vacancy.events';

@Hears(OfferReported)
@Injectable()
class Listener implements Handler<OfferReported> {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

@Module({ providers: [Listener] })
class ListenerModule {}

describe('vacancies, on the database', () => {
  let app: TestApp;
  let vacancies: VacanciesService;

  beforeAll(async () => {
    app = await testApp([PlacementModule, ListenerModule]);
    vacancies = app.get(VacanciesService);
  });
  afterAll(() => app.close());

  const anEmployer = async (): Promise<{ centreId: string; employerId: string; officer: Viewer }> => {
    const { id: centreId } = await newCentre(app.manager);
    const { id: employerId } = await newEmployer(app.manager, { centreId });
    return { centreId, employerId, officer: viewerOf('placement-officer', [centreId]) };
  };
  const offer = { title: 'Baker', kind: 'wage', occupation: '7512', country: 'TH', places: 2, wageAmount: 400, wageCurrency: 'THB', wagePeriod: 'day', legalMinimumMonthly: 9_000 } as const;

  it('keeps a draft with its wage brought to a month, and opens it when it passes the screen', async () => {
    const { employerId, officer } = await anEmployer();
    const draft = await vacancies.add(officer, { ...offer, employerId });
    expect(draft).toMatchObject({ state: 'draft', wageMonthly: 10_400, screenOutcome: null });

    expect(await vacancies.screen(officer, draft.id, { answers: NO_SIGNS, version: draft.version })).toMatchObject({ state: 'open', screenOutcome: 'passed', screenSigns: [] });
    expect(await newsOf(draft.id)).toEqual([]);
  });

  const newsOf = async (vacancyId: string): Promise<OfferReported[]> => {
    const rows = await app.manager.query(`SELECT data -> 'event' AS event FROM sampan_queue.job WHERE name = 'placement.offer-reported/Listener' AND data #>> '{event,vacancyId}' = $1`, [vacancyId]);
    return (rows as { event: OfferReported }[]).map(({ event }) => event);
  };

  it('blocks an offer that fails, and tells what was wrong with it', async () => {
    const { centreId, employerId, officer } = await anEmployer();
    const { id, version } = await newVacancy(app.manager, { centreId, employerId, state: 'draft', screenOutcome: null });

    const failed = await vacancies.screen(officer, id, { answers: { ...NO_SIGNS, 'tourist-visa': 'yes' }, version });
    expect(failed).toMatchObject({ state: 'blocked', screenOutcome: 'failed', screenSigns: ['tourist-visa'] });
    expect(await newsOf(id)).toEqual([{ centreId, vacancyId: id, employerId, signs: ['tourist-visa'] }]);
  });

  it('keeps an offer waiting while a stopping sign is unknown', async () => {
    const { centreId, employerId, officer } = await anEmployer();
    const { id, version } = await newVacancy(app.manager, { centreId, employerId, state: 'draft', screenOutcome: null });

    expect(await vacancies.screen(officer, id, { answers: { ...NO_SIGNS, 'on-watch-list': 'unknown' }, version })).toMatchObject({ state: 'screening', screenOutcome: 'more-needed' });
  });

  it('asks for a new screen when the wage or the agency changes, not when the description does', async () => {
    const { centreId, employerId, officer } = await anEmployer();
    const vacancy = await newVacancy(app.manager, { centreId, employerId });

    const described = await vacancies.change(officer, vacancy.id, { description: 'Early shifts', version: vacancy.version });
    expect(described).toMatchObject({ state: 'open', screenOutcome: 'passed' });
    expect(await vacancies.change(officer, vacancy.id, { wageAmount: 450, version: described.version })).toMatchObject({ state: 'screening', screenOutcome: null, wageMonthly: 11_700 });
  });

  it('never opens a blocked offer by a change', async () => {
    const { centreId, employerId, officer } = await anEmployer();
    const vacancy = await newVacancy(app.manager, { centreId, employerId, state: 'blocked', screenOutcome: 'failed' });

    expect(await vacancies.change(officer, vacancy.id, { wageAmount: 410, version: vacancy.version })).toMatchObject({ state: 'blocked' });
  });

  it('opens a filled vacancy when it gets more places, and never has fewer than are taken', async () => {
    const { centreId, employerId, officer } = await anEmployer();
    const vacancy = await newVacancy(app.manager, { centreId, employerId, places: 2, taken: 2, state: 'filled' });

    await expect(vacancies.change(officer, vacancy.id, { places: 1, version: vacancy.version })).rejects.toMatchObject({ code: 'PLACES_TAKEN' });
    expect(await vacancies.change(officer, vacancy.id, { places: 3, version: vacancy.version })).toMatchObject({ state: 'open', places: 3 });
  });

  it('takes for an agency only one that has a file as such', async () => {
    const { centreId, employerId, officer } = await anEmployer();
    const { id: agencyId } = await newEmployer(app.manager, { centreId, kind: 'recruitment-agency' });

    expect(await vacancies.add(officer, { ...offer, employerId, agencyId })).toMatchObject({ agencyId });
    await expect(vacancies.add(officer, { ...offer, employerId, agencyId: employerId })).rejects.toMatchObject({ code: 'AGENCY_NOT_FOUND' });
  });

  it('hides those of another centre, in the list and by id', async () => {
    const { centreId, employerId } = await anEmployer();
    const { officer: stranger, employerId: strangersEmployer } = await anEmployer();
    const { id, version } = await newVacancy(app.manager, { centreId, employerId });

    expect((await vacancies.list(stranger, {})).items).toEqual([]);
    await expect(vacancies.detail(stranger, id)).rejects.toMatchObject({ code: 'VACANCY_NOT_FOUND' });
    await expect(vacancies.screen(stranger, id, { answers: NO_SIGNS, version })).rejects.toMatchObject({ code: 'VACANCY_NOT_FOUND' });
    await expect(vacancies.add(stranger, { ...offer, employerId })).rejects.toMatchObject({ code: 'EMPLOYER_NOT_FOUND' });
    await expect(vacancies.add(stranger, { ...offer, id: newId(), employerId: strangersEmployer, agencyId: employerId })).rejects.toMatchObject({ code: 'AGENCY_NOT_FOUND' });
  });
});
