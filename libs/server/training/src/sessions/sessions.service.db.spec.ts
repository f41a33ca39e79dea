import { viewerOf } from '@sampan/access/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { newCohort, newEnrolment, newSession } from '../testing';
import { TrainingModule } from '../training.module';
import { SessionsService } from './sessions.service';

describe('a timetable, on the database', () => {
  let app: TestApp;
  let sessions: SessionsService;

  beforeAll(async () => {
    app = await testApp([TrainingModule]);
    sessions = app.get(SessionsService);
  });
  afterAll(() => app.close());

  const aCohort = async (centreId?: string) => {
    const centre = centreId ?? (await newCentre(app.manager)).id;
    return { cohort: await newCohort(app.manager, { centreId: centre }), centreId: centre, viewer: viewerOf('manager', [centre]) };
  };
  const morning = { startsAt: '08:00', endsAt: '11:30' };
  const pattern = { ...morning, from: '2026-03-02', until: '2026-03-13', weekdays: [1, 3, 5], except: ['2026-03-04'] };

  it('is made for weeks at once', async () => {
    const { cohort, viewer } = await aCohort();
    const made = await sessions.scheduleMany(viewer, cohort.id, pattern);
    expect(made.map(({ sessionOn }) => sessionOn)).toEqual(['2026-03-02', '2026-03-06', '2026-03-09', '2026-03-11', '2026-03-13']);
  });

  it('is made wholly or not at all', async () => {
    const { cohort, viewer } = await aCohort();
    await newSession(app.manager, cohort, { sessionOn: '2026-03-13', startsAt: '11:00', endsAt: '12:00' });
    await expect(sessions.scheduleMany(viewer, cohort.id, pattern)).rejects.toMatchObject({ code: 'CLASH_OF_COHORT' });
    expect(await sessions.ofCohort(viewer, cohort.id)).toHaveLength(1);
  });

  it('gives a room to one of two who book it at once', async () => {
    const { cohort, centreId, viewer } = await aCohort();
    const others = await Promise.all([aCohort(centreId), aCohort(centreId), aCohort(centreId)]);
    const book = (cohortId: string) => sessions.schedule(viewer, cohortId, { ...morning, sessionOn: '2026-03-09', room: 'Workshop' });

    const results = await Promise.allSettled([cohort, ...others.map((other) => other.cohort)].map(({ id }) => book(id)));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CLASH_OF_ROOM' } });
  });

  it('does not ask a trainee or an instructor to be in two places', async () => {
    const { cohort, centreId, viewer } = await aCohort();
    const { cohort: other } = await aCohort(centreId);
    const instructorId = newId();
    await newSession(app.manager, other, { ...morning, sessionOn: '2026-03-09', instructorId });
    const day = { ...morning, sessionOn: '2026-03-09' };
    await expect(sessions.schedule(viewer, cohort.id, { ...day, instructorId })).rejects.toMatchObject({ code: 'CLASH_OF_INSTRUCTOR' });

    const { id: personId } = await newPerson(app.manager, { centreId });
    await newEnrolment(app.manager, cohort, personId);
    const elsewhere = await newEnrolment(app.manager, other, personId);
    await expect(sessions.schedule(viewer, cohort.id, day)).rejects.toMatchObject({ code: 'CLASH_OF_TRAINEE' });
    await app.manager.update('Enrolment', { id: elsewhere.id }, { state: 'withdrawn' });
    await expect(sessions.schedule(viewer, cohort.id, day)).resolves.toMatchObject({ state: 'scheduled' });
  });

  it('lists today, and the sessions whose register nobody has taken', async () => {
    const { cohort, viewer } = await aCohort();
    const [past, today] = [await newSession(app.manager, cohort, { sessionOn: '2026-02-27' }), await newSession(app.manager, cohort)];
    await newSession(app.manager, cohort, { sessionOn: '2026-02-26', state: 'held' });
    await newSession(app.manager, cohort, { sessionOn: '2026-03-03' });
    expect((await sessions.list(viewer, {})).map(({ id }) => id)).toEqual([today.id]);
    expect((await sessions.list(viewer, { on: '2026-02-27' })).map(({ id }) => id)).toEqual([past.id]);
    expect((await sessions.list(viewer, { registerMissing: true })).map(({ id }) => id)).toEqual([past.id]);
  });

  it('keeps a cancelled session out of the way of the next one', async () => {
    const { cohort, viewer } = await aCohort();
    const session = await sessions.schedule(viewer, cohort.id, { ...morning, sessionOn: '2026-03-09' });
    await sessions.cancel(viewer, session.id, { version: session.version });
    await expect(sessions.schedule(viewer, cohort.id, { ...morning, sessionOn: '2026-03-09' })).resolves.toBeDefined();
    await expect(sessions.cancel(viewer, session.id, { version: 2 })).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
  });
});
