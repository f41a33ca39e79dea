import { viewerOf } from '@sampan/access/testing';
import { Injectable, Module } from '@nestjs/common';
import { Hears, newId, type Handler, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newPerson, Person } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { Cohort } from '../cohorts/cohort.entity';
import { newAttendance, newCohort, newEnrolment, newSession } from '../testing';
import { TrainingModule } from '../training.module';
import { EnrolmentEnded } from './enrolment.events';
import { Enrolment } from './enrolment.entity';
import { EnrolmentsService } from './enrolments.service';
import { WhenConsentWithdrawn } from './when-consent-withdrawn.handler';

const heard: EnrolmentEnded[] = [];

@Hears(EnrolmentEnded)
@Injectable()
class Listener implements Handler<EnrolmentEnded> {
  handle(event: EnrolmentEnded): Promise<void> {
    heard.push(event);
    return Promise.resolve();
  }
}

@Module({ providers: [Listener] })
class ListenerModule {}

describe('enrolling, on the database', () => {
  let app: TestApp;
  let enrolments: EnrolmentsService;

  beforeAll(async () => {
    app = await testApp([TrainingModule, ListenerModule]);
    await app.work();
    enrolments = app.get(EnrolmentsService);
  });
  afterAll(() => app.close());

  const aCentre = async (): Promise<{ centreId: string; viewer: Viewer }> => {
    const { id: centreId } = await newCentre(app.manager);
    return { centreId, viewer: viewerOf('manager', [centreId]) };
  };
  const aConsenting = async (centreId: string): Promise<string> => {
    const { id } = await newPerson(app.manager, { centreId });
    await newConsent(app.manager, { personId: id, centreId, purpose: 'training' });
    return id;
  };
  const cohortNow = (id: string): Promise<Cohort> => app.manager.findOneByOrFail(Cohort, { id });

  const newsOf = async (personId: string): Promise<void> => {
    while (!heard.some((event) => event.personId === personId)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('lists what a person has enrolled in under every record that was joined with theirs', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId, places: 3 });
    const [kept, joined, stranger] = [await aConsenting(centreId), await aConsenting(centreId), await aConsenting(centreId)];
    const [own, other] = [await newEnrolment(app.manager, cohort, kept), await newEnrolment(app.manager, cohort, joined)];
    await newEnrolment(app.manager, cohort, stranger);
    const idsOf = async () => (await enrolments.list(viewer, { personId: kept })).items.map(({ id }) => id).sort();
    expect(await idsOf()).toEqual([own.id]);
    await app.manager.update(Person, { id: joined }, { status: 'merged', mergedIntoId: kept });
    expect(await idsOf()).toEqual([own.id, other.id].sort());
  });

  it('registers the trainee, takes a place and leaves a line on the timeline and in the audit', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId });
    const personId = await aConsenting(centreId);

    const enrolment = await enrolments.enrol(viewer, cohort.id, { personId });

    expect(enrolment).toMatchObject({ state: 'registered', registeredOn: '2026-03-02', enteredOn: null });
    expect((await cohortNow(cohort.id)).taken).toBe(1);
    const [{ lines }] = await app.manager.query(`SELECT count(*)::int AS lines FROM timeline_entry WHERE person_id = $1 AND kind = 'training.enrolled'`, [personId]);
    const [{ deeds }] = await app.manager.query(`SELECT count(*)::int AS deeds FROM audit_entry WHERE subject_id = $1 AND action = 'enrolment.registered'`, [enrolment.id]);
    expect([lines, deeds]).toEqual([1, 1]);
  });

  it('gives the last place to one of four who come at once', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId, places: 1 });
    const people = await Promise.all([1, 2, 3, 4].map(() => aConsenting(centreId)));

    const results = await Promise.allSettled(people.map((personId) => enrolments.enrol(viewer, cohort.id, { personId })));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      expect(result.status === 'rejected' ? result.reason : { code: 'COHORT_FULL' }).toMatchObject({ code: 'COHORT_FULL' });
    }
    expect(await app.manager.countBy(Enrolment, { cohortId: cohort.id })).toBe(1);
    expect((await cohortNow(cohort.id)).taken).toBe(1);
  });

  it('takes one place when the same request comes twice', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId });
    const request = { id: newId(), personId: await aConsenting(centreId) };

    await enrolments.enrol(viewer, cohort.id, request);
    await enrolments.enrol(viewer, cohort.id, request);

    expect((await cohortNow(cohort.id)).taken).toBe(1);
  });

  it('is refused without consent to training, and takes no place', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId });
    const { id: personId } = await newPerson(app.manager, { centreId });

    await expect(enrolments.enrol(viewer, cohort.id, { personId })).rejects.toMatchObject({ kind: 'rule-broken', code: 'CONSENT_MISSING' });
    expect((await cohortNow(cohort.id)).taken).toBe(0);
  });

  it('is refused to somebody who is enrolled already, even when both requests come at once', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId, places: 5 });
    const personId = await aConsenting(centreId);

    const results = await Promise.allSettled([1, 2, 3].map(() => enrolments.enrol(viewer, cohort.id, { personId })));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await cohortNow(cohort.id)).taken).toBe(1);
  });

  it('is refused when the trainee has sessions of another cohort at the same time', async () => {
    const { centreId, viewer } = await aCentre();
    const [welding, sewing] = [await newCohort(app.manager, { centreId }), await newCohort(app.manager, { centreId })];
    const personId = await aConsenting(centreId);
    await newEnrolment(app.manager, welding, personId);
    await newSession(app.manager, welding, { sessionOn: '2026-03-09', startsAt: '08:00', endsAt: '10:00' });
    const rival = await newSession(app.manager, sewing, { sessionOn: '2026-03-09', startsAt: '09:00', endsAt: '11:00' });

    await expect(enrolments.enrol(viewer, sewing.id, { personId })).rejects.toMatchObject({ code: 'CLASH_OF_TRAINEE' });
    await app.manager.update('TrainingSession', { id: rival.id }, { startsAt: '10:00' });
    await expect(enrolments.enrol(viewer, sewing.id, { personId })).resolves.toMatchObject({ state: 'registered' });
  });

  it.each([
    ['planned', '2026-03-16', 'ENROLMENT_NOT_OPEN'],
    ['open', '2026-03-02', 'ENROLMENT_CLOSED'],
  ] as const)('in a cohort that is %s and closes enrolment on %s is refused with %s', async (state, enrolmentClosesOn, code) => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId, state, enrolmentClosesOn });
    await expect(enrolments.enrol(viewer, cohort.id, { personId: await aConsenting(centreId) })).rejects.toMatchObject({ code });
  });

  it('hides the cohort and the people of another centre behind the same answer', async () => {
    const [mine, theirs] = [await aCentre(), await aCentre()];
    const [own, other] = [await newCohort(app.manager, mine), await newCohort(app.manager, theirs)];
    await expect(enrolments.enrol(mine.viewer, other.id, { personId: await aConsenting(mine.centreId) })).rejects.toMatchObject({ code: 'COHORT_NOT_FOUND' });
    await expect(enrolments.enrol(mine.viewer, own.id, { personId: await aConsenting(theirs.centreId) })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });

  it('ends by withdrawal: the place is free again and the news goes out', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId, places: 1 });
    const enrolment = await newEnrolment(app.manager, cohort, await aConsenting(centreId));

    const ended = await enrolments.withdraw(viewer, enrolment.id, { reason: 'found-work', version: 1 });

    expect(ended).toMatchObject({ state: 'withdrawn', leavingReason: 'found-work', exclusion: null, exitedOn: '2026-03-02' });
    await expect(enrolments.enrol(viewer, cohort.id, { personId: await aConsenting(centreId) })).resolves.toBeDefined();
    await expect(enrolments.withdraw(viewer, enrolment.id, { reason: 'other', version: ended.version })).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
    const { personId } = enrolment;
    await newsOf(personId);
    expect(heard.filter((event) => event.personId === personId)).toEqual([
      expect.objectContaining({ enrolmentId: enrolment.id, centreId, outcome: 'withdrawn', reason: 'found-work' }),
    ]);
  });

  it('ends outside the rates only when somebody says how they know, and never on a day to come', async () => {
    const { centreId, viewer } = await aCentre();
    const enrolment = await newEnrolment(app.manager, await newCohort(app.manager, { centreId }), await aConsenting(centreId));
    const withdraw = (over: object) => enrolments.withdraw(viewer, enrolment.id, { reason: 'called-to-service', version: 1, ...over });

    await expect(withdraw({})).rejects.toMatchObject({ code: 'EXCLUSION_NEEDS_EVIDENCE' });
    await expect(withdraw({ evidence: 'document-seen', exitedOn: '2026-03-03' })).rejects.toMatchObject({ code: 'EXIT_OUT_OF_RANGE' });
    await expect(withdraw({ evidence: 'document-seen', version: 7 })).rejects.toMatchObject({ kind: 'conflict', code: 'STALE_VERSION' });
    await expect(withdraw({ evidence: 'document-seen' })).resolves.toMatchObject({ exclusion: 'called-to-service' });
  });

  it('ends as left early on the day last seen, once the registers have said so', async () => {
    const { centreId, viewer } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId });
    const enrolment = await newEnrolment(app.manager, cohort, await aConsenting(centreId));
    await expect(enrolments.confirmLeftEarly(viewer, enrolment.id, { reason: 'no-contact', version: 1 })).rejects.toMatchObject({ code: 'NOT_LEFT_EARLY' });
    const seen = await newSession(app.manager, cohort, { sessionOn: '2026-02-04', state: 'held', registerTakenAt: new Date('2026-02-04T05:00:00Z') });
    const missed = await newSession(app.manager, cohort, { sessionOn: '2026-02-11', state: 'held', registerTakenAt: new Date('2026-02-11T05:00:00Z') });
    await newAttendance(app.manager, seen, enrolment, 'late');
    await newAttendance(app.manager, missed, enrolment, 'absent');
    await app.manager.update(Enrolment, { id: enrolment.id }, { state: 'active', enteredOn: '2026-02-04', leftEarlySuspectedOn: '2026-03-01' });
    expect((await enrolments.list(viewer, { waitingFor: 'left-early' })).items.map(({ id }) => id)).toEqual([enrolment.id]);

    const left = await enrolments.confirmLeftEarly(viewer, enrolment.id, { reason: 'no-contact', version: 2 });

    expect(left).toMatchObject({ state: 'left-early', exitedOn: '2026-02-04', leftEarlySuspectedOn: null });
    expect((await cohortNow(cohort.id)).taken).toBe(0);
    const facts = await app.manager.query('SELECT session_on::text AS day, counts_as_present AS present FROM attendance_fact WHERE enrolment_id = $1 ORDER BY 1', [enrolment.id]);
    expect(facts).toEqual([{ day: '2026-02-04', present: true }, { day: '2026-02-11', present: false }]);
  });

  it('ends when the consent to training is withdrawn, and for no other purpose', async () => {
    const { centreId } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId });
    const enrolment = await newEnrolment(app.manager, cohort, await aConsenting(centreId));
    const hear = (purpose: 'training' | 'photo') =>
      app.unitOfWork.run(() => app.get(WhenConsentWithdrawn).handle({ personId: enrolment.personId, centreId, purpose }));
    const now = () => app.manager.findOneByOrFail(Enrolment, { id: enrolment.id });

    await hear('photo');
    expect(await now()).toMatchObject({ state: 'registered' });
    await hear('training');
    expect(await now()).toMatchObject({ state: 'withdrawn', leavingReason: 'consent-withdrawn', exitedOn: '2026-03-02' });
    await hear('training');
    expect((await cohortNow(cohort.id)).taken).toBe(0);
  });

  it('shows a social worker only the trainees of their own caseload', async () => {
    const { centreId } = await aCentre();
    const cohort = await newCohort(app.manager, { centreId });
    await newEnrolment(app.manager, cohort, await aConsenting(centreId));
    expect(await enrolments.ofCohort(viewerOf('social-worker', [centreId]), cohort.id)).toEqual([]);
    expect(await enrolments.ofCohort(viewerOf('instructor', [centreId]), cohort.id)).toHaveLength(1);
  });

  it('takes nobody at a centre that is closed, and lets those who are there leave', async () => {
    const { id: centreId } = await newCentre(app.manager, { closedOn: '2026-02-27' });
    const viewer = viewerOf('manager', [centreId]);
    const cohort = await newCohort(app.manager, { centreId, state: 'running' });
    const [known, fresh] = [await aConsenting(centreId), await aConsenting(centreId)];
    const { id, version } = await newEnrolment(app.manager, cohort, known);
    await expect(enrolments.enrol(viewer, cohort.id, { personId: fresh })).rejects.toMatchObject({ code: 'CENTRE_CLOSED', details: { beginning: 'enrolment' } });
    expect(await enrolments.enrol(viewer, cohort.id, { id, personId: known })).toMatchObject({ id, state: 'registered' });
    expect(await enrolments.withdraw(viewer, id, { reason: 'found-work', version })).toMatchObject({ state: 'withdrawn' });
  });
});
