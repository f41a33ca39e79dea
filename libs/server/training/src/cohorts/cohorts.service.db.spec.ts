import { viewerOf } from '@sampan/access/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { Enrolment } from '../enrolments/enrolment.entity';
import { newCohort, newEnrolment, newProgrammeVersion } from '../testing';
import { TrainingModule } from '../training.module';
import { CohortsService } from './cohorts.service';

describe('cohorts, on the database', () => {
  let app: TestApp;
  let cohorts: CohortsService;

  beforeAll(async () => {
    app = await testApp([TrainingModule]);
    cohorts = app.get(CohortsService);
  });
  afterAll(() => app.close());

  const aCentre = async () => {
    const { id: centreId } = await newCentre(app.manager);
    return { centreId, viewer: viewerOf('manager', [centreId]) };
  };
  const plan = { code: 'SEW-1', places: 12, startsOn: '2026-04-01', plannedEndOn: '2026-09-30', enrolmentClosesOn: '2026-04-15' };

  it('is planned once when the same request comes twice', async () => {
    const { centreId, viewer } = await aCentre();
    const { id: programmeVersionId } = await newProgrammeVersion(app.manager);
    const request = { ...plan, id: newId(), centreId, programmeVersionId };
    const first = await cohorts.create(viewer, request);
    expect(first).toMatchObject({ state: 'planned', taken: 0, nextStates: ['open', 'cancelled'] });
    expect(await cohorts.create(viewer, request)).toEqual(first);
    await expect(cohorts.create(viewer, { ...request, id: newId() })).rejects.toMatchObject({ code: 'COHORT_CODE_TAKEN' });
  });

  it('is planned only of a published programme, at a centre within reach', async () => {
    const [{ centreId, viewer }, other] = [await aCentre(), await aCentre()];
    const { id: draft } = await newProgrammeVersion(app.manager, { state: 'draft' });
    const { id: published } = await newProgrammeVersion(app.manager);
    await expect(cohorts.create(viewer, { ...plan, centreId, programmeVersionId: draft })).rejects.toMatchObject({ code: 'PROGRAMME_NOT_PUBLISHED' });
    await expect(cohorts.create(viewer, { ...plan, centreId: other.centreId, programmeVersionId: published })).rejects.toMatchObject({ code: 'CENTRE_NOT_FOUND' });
  });

  it('never has fewer places than trainees, and shows both values of a stale change', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId, places: 3 });
    await newEnrolment(app.manager, cohort, (await newPerson(app.manager, { centreId })).id);
    await newEnrolment(app.manager, cohort, (await newPerson(app.manager, { centreId })).id);
    await expect(cohorts.update(viewer, cohort.id, { ...plan, places: 1, version: 1 })).rejects.toMatchObject({ code: 'PLACES_BELOW_TAKEN' });
    await expect(cohorts.update(viewer, cohort.id, { ...plan, places: 5, version: 9 })).rejects.toMatchObject({
      code: 'STALE_VERSION', details: { mine: expect.objectContaining({ places: 5 }), theirs: expect.objectContaining({ places: 3 }) },
    });
    expect(await cohorts.update(viewer, cohort.id, { ...plan, places: 2, version: 1 })).toMatchObject({ places: 2, version: 2 });
  });

  it('ends its enrolments when it is cancelled', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId });
    const enrolment = await newEnrolment(app.manager, cohort, (await newPerson(app.manager, { centreId })).id);

    await expect(cohorts.move(viewer, cohort.id, { to: 'running', version: 1 })).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(await cohorts.move(viewer, cohort.id, { to: 'cancelled', version: 1 })).toMatchObject({ state: 'cancelled', taken: 0 });

    expect(await app.manager.findOneBy(Enrolment, { id: enrolment.id })).toMatchObject({ state: 'withdrawn', leavingReason: 'cohort-cancelled' });
  });

  it('are listed page by page, forwards and back, of one centre only', async () => {
    const { centreId, viewer } = await aCentre();
    await newCohort(app.manager, { centreId: (await aCentre()).centreId });
    const days = ['2026-01-05', '2026-02-02', '2026-02-02', '2026-03-02', '2026-04-06'];
    for (const startsOn of days) {
      await newCohort(app.manager, { centreId, startsOn });
    }
    const first = await cohorts.list(viewer, { limit: 2 });
    const second = await cohorts.list(viewer, { limit: 2, cursor: first.nextCursor ?? '' });
    const third = await cohorts.list(viewer, { limit: 2, cursor: second.nextCursor ?? '' });
    const all = [...first.items, ...second.items, ...third.items];
    expect(all.map(({ startsOn }) => startsOn)).toEqual([...days].reverse());
    expect(new Set(all.map(({ id }) => id)).size).toBe(5);
    expect([first.previousCursor, third.nextCursor]).toEqual([null, null]);
    expect(await cohorts.list(viewer, { limit: 2, cursor: second.previousCursor ?? '' })).toMatchObject({ items: first.items });
    expect((await cohorts.list(viewer, { state: 'planned' })).items).toEqual([]);
  });

  it('is neither planned nor opened at a centre that is closed, and still runs to its end there', async () => {
    const { id: centreId } = await newCentre(app.manager, { closedOn: '2026-02-27' });
    const viewer = viewerOf('manager', [centreId]);
    const { id: programmeVersionId } = await newProgrammeVersion(app.manager);
    await expect(cohorts.create(viewer, { ...plan, centreId, programmeVersionId })).rejects.toMatchObject({ code: 'CENTRE_CLOSED', details: { beginning: 'cohort' } });
    const planned = await newCohort(app.manager, { centreId, state: 'planned' });
    await expect(cohorts.move(viewer, planned.id, { to: 'open', version: 1 })).rejects.toMatchObject({ code: 'CENTRE_CLOSED' });
    expect(await cohorts.move(viewer, planned.id, { to: 'cancelled', version: 1 })).toMatchObject({ state: 'cancelled' });
    const running = await newCohort(app.manager, { centreId, state: 'running' });
    expect(await cohorts.move(viewer, running.id, { to: 'completed', version: 1 })).toMatchObject({ state: 'completed' });
  });
});
