import { viewerOf } from '@sampan/access/testing';
import type { Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson, Person } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { CompletionsService } from '../enrolments/completions.service';
import { Enrolment } from '../enrolments/enrolment.entity';
import { newAttendance, newCohort, newEnrolment, newProgrammeVersion, newSession } from '../testing';
import { TrainingModule } from '../training.module';
import { CertificateCheck } from './certificate-check';
import { CertificatesService } from './certificates.service';

describe('completion and certificates, on the database', () => {
  let app: TestApp;
  let certificates: CertificatesService;
  let completions: CompletionsService;
  let check: CertificateCheck;

  beforeAll(async () => {
    app = await testApp([TrainingModule]);
    certificates = app.get(CertificatesService);
    completions = app.get(CompletionsService);
    check = app.get(CertificateCheck);
  });
  afterAll(() => app.close());

  /** Attended four of five sessions, which are all over and marked. */
  const aFinisher = async (over: Partial<Enrolment> = {}, programme = {}): Promise<{ viewer: Viewer; enrolment: Enrolment; centreId: string }> => {
    const { id: centreId } = await newCentre(app.manager, { name: 'Demo Centre' });
    const version = await newProgrammeVersion(app.manager, { certificateValidMonths: 12, ...programme });
    const cohort = await newCohort(app.manager, { centreId, programmeVersionId: version.id });
    const { id: personId } = await newPerson(app.manager, { centreId, fullName: 'สมหญิง ใจดี', latinName: 'Somying Jaidee' });
    const enrolment = await newEnrolment(app.manager, cohort, personId, { state: 'active', enteredOn: '2026-02-02', ...over });
    for (const [index, code] of ['present', 'late', 'absent', 'present', 'present'].entries()) {
      const session = await newSession(app.manager, cohort, { sessionOn: `2026-02-0${index + 2}`, state: 'held', registerTakenAt: new Date('2026-02-06T09:00:00Z') });
      await newAttendance(app.manager, session, enrolment, code);
    }
    return { viewer: viewerOf('manager', [centreId]), enrolment, centreId };
  };
  const completed = { state: 'completed', exitedOn: '2026-02-06' } as const;

  it('completes a trainee who has met every condition, on the day of the last session', async () => {
    const { viewer, enrolment } = await aFinisher();
    expect((await completions.conditions(viewer, enrolment.id)).find(({ condition }) => condition === 'attendance')).toEqual({
      condition: 'attendance', met: true, actual: 80, required: 80,
    });
    expect(await completions.complete(viewer, enrolment.id, { version: 1 })).toMatchObject({ state: 'completed', exitedOn: '2026-02-06' });
  });

  it('does not complete while a register is missing or the assessment is not passed', async () => {
    const { viewer, enrolment } = await aFinisher({}, { assessmentRequired: true });
    await expect(completions.complete(viewer, enrolment.id, { version: 1 })).rejects.toMatchObject({ code: 'COMPLETION_CONDITIONS_NOT_MET' });
    await completions.assess(viewer, enrolment.id, { passed: true, assessedOn: '2026-02-27', version: 1 });
    const unmarked = await newSession(app.manager, { id: enrolment.cohortId, centreId: enrolment.centreId } as never, { sessionOn: '2026-02-10' });
    await expect(completions.complete(viewer, enrolment.id, { version: 2 })).rejects.toMatchObject({ code: 'COMPLETION_CONDITIONS_NOT_MET' });
    await newAttendance(app.manager, unmarked, enrolment);
    await expect(completions.complete(viewer, enrolment.id, { version: 2 })).resolves.toMatchObject({ state: 'completed' });
  });

  it('certifies who has completed, once', async () => {
    const { viewer, enrolment } = await aFinisher(completed);
    const certificate = await certificates.issue(viewer, { enrolmentId: enrolment.id });
    expect(certificate).toMatchObject({ state: 'issued', issuedOn: '2026-03-02', validUntil: '2027-03-02' });
    expect(certificate.serial).toMatch(/^TH-2026-\d{5}$/);
    await expect(certificates.issue(viewer, { enrolmentId: enrolment.id })).rejects.toMatchObject({ code: 'CERTIFICATE_IN_FORCE' });
  });

  it('certifies nobody who is still in training', async () => {
    const { viewer, enrolment } = await aFinisher();
    await expect(certificates.issue(viewer, { enrolmentId: enrolment.id })).rejects.toMatchObject({ code: 'ENROLMENT_NOT_COMPLETED' });
  });

  it('gives every certificate a number of its own when many are issued at once', async () => {
    const finishers = await Promise.all([1, 2, 3, 4, 5].map(() => aFinisher(completed)));
    const issued = await Promise.all(finishers.map(({ viewer, enrolment }) => certificates.issue(viewer, { enrolmentId: enrolment.id })));
    expect(new Set(issued.map(({ serial }) => serial)).size).toBe(5);
  });

  it('tells the public five things and no more', async () => {
    const { viewer, enrolment } = await aFinisher(completed);
    const { codeToType } = await certificates.issue(viewer, { enrolmentId: enrolment.id });
    expect(await check.verify(codeToType.toLowerCase())).toEqual({
      programmeNames: expect.objectContaining({ en: 'Electrical installation' }),
      issuedOn: '2026-03-02',
      status: 'issued',
      issuer: 'Demo Centre',
      initials: 'S. J.',
    });
  });

  it('tells the public at once when a certificate is suspended, in force again, or revoked', async () => {
    const { viewer, enrolment } = await aFinisher(completed);
    const { id, codeToType } = await certificates.issue(viewer, { enrolmentId: enrolment.id });
    const status = async () => (await check.verify(codeToType)).status;
    await certificates.move(viewer, id, 'suspended', { reason: 'A doubt about the assessment.', version: 1 });
    expect(await status()).toBe('suspended');
    await certificates.move(viewer, id, 'issued', { reason: 'The doubt was cleared.', version: 2 });
    expect(await status()).toBe('issued');
    await certificates.move(viewer, id, 'revoked', { reason: 'Issued by mistake.', version: 3 });
    expect(await status()).toBe('revoked');
    await expect(certificates.move(viewer, id, 'issued', { reason: 'Never mind.', version: 4 })).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
    await expect(certificates.issue(viewer, { enrolmentId: enrolment.id })).resolves.toMatchObject({ state: 'issued' });
  });

  it('tells the public that a certificate has expired from the day after its last', async () => {
    const { viewer, enrolment } = await aFinisher(completed);
    const { codeToType } = await certificates.issue(viewer, { enrolmentId: enrolment.id });
    app.clock.moveTo('2027-03-03T03:00:00Z');
    expect((await check.verify(codeToType)).status).toBe('expired');
    app.clock.moveTo('2026-03-02T03:00:00Z');
  });

  it.each(['0000-0000-0000-0000', 'not a code', ''])('answers the code %j as one that does not exist', async (typed) => {
    await expect(check.verify(typed)).rejects.toMatchObject({ kind: 'not-found', code: 'CERTIFICATE_NOT_FOUND' });
  });

  it('lists those of a person under every record that was joined with theirs', async () => {
    const [kept, joined] = [await aFinisher(completed), await aFinisher(completed)];
    const viewer = { ...kept.viewer, centreIds: [...kept.viewer.centreIds, ...joined.viewer.centreIds] };
    await certificates.issue(viewer, { enrolmentId: kept.enrolment.id });
    await certificates.issue(viewer, { enrolmentId: joined.enrolment.id });
    const { personId } = kept.enrolment;
    expect((await certificates.list(viewer, { personId })).items).toHaveLength(1);
    await app.manager.update(Person, { id: joined.enrolment.personId }, { status: 'merged', mergedIntoId: personId });
    expect((await certificates.list(viewer, { personId })).items).toHaveLength(2);
    expect((await certificates.list(kept.viewer, { personId })).items).toHaveLength(1);
  });

  it('hides the certificates of another centre', async () => {
    const [one, other] = [await aFinisher(completed), await aFinisher(completed)];
    const { id } = await certificates.issue(one.viewer, { enrolmentId: one.enrolment.id });
    await expect(certificates.get(other.viewer, id)).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_FOUND' });
    expect((await certificates.list(other.viewer, {})).items).toEqual([]);
    expect((await certificates.list(one.viewer, {})).items).toHaveLength(1);
  });
});
