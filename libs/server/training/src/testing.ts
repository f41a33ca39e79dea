import { newId } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { Certificate } from './certificates/certificate.entity';
import { Cohort } from './cohorts/cohort.entity';
import { Enrolment } from './enrolments/enrolment.entity';
import { MISSED_SESSIONS_UNTIL_LEFT_EARLY } from './enrolments/left-early.rules';
import { Programme } from './programmes/programme.entity';
import { ProgrammeVersion } from './programmes/programme-version.entity';
import { AttendanceRecord } from './registers/attendance-record.entity';
import { TrainingSession } from './sessions/training-session.entity';

const MADE_AT = new Date('2026-01-05T02:00:00Z');

/** Names in the five languages that certificates are printed in. */
export const PROGRAMME_NAMES = {
  en: 'Electrical installation',
  km: 'ការតម្លើងអគ្គិសនី',
  th: 'การติดตั้งไฟฟ้าภายในอาคาร',
  zh: '电气安装',
  id: 'Instalasi listrik',
};

/** A published version of a programme of its own, unless told otherwise. */
export const newProgrammeVersion = async (manager: EntityManager, over: Partial<ProgrammeVersion> = {}): Promise<ProgrammeVersion> => {
  const programmeId = over.programmeId ?? (await newProgramme(manager)).id;
  const id = newId();
  await manager.insert(ProgrammeVersion, {
    id, number: 1, state: 'published', names: PROGRAMME_NAMES, hours: 240, iscedField: '0713', iscoOccupations: ['7411'], nationalLevel: null,
    aqrfLevel: 2, minimumAttendancePercent: 80, assessmentRequired: false, missedSessionsUntilLeftEarly: MISSED_SESSIONS_UNTIL_LEFT_EARLY,
    certificateValidMonths: null, writtenBy: newId(), approvedBy: null, createdAt: MADE_AT, ...over, programmeId, programme: undefined,
  });
  return manager.findOneByOrFail(ProgrammeVersion, { id: over.id ?? id });
};

export const newProgramme = async (manager: EntityManager, over: Partial<Programme> = {}): Promise<Programme> => {
  const id = newId();
  const programme = { id, code: `P-${id.slice(-12).toUpperCase()}`, createdAt: MADE_AT, ...over };
  await manager.insert(Programme, programme);
  return programme;
};

/** An open cohort with two places that takes trainees until the middle of March 2026. */
export const newCohort = async (manager: EntityManager, over: Partial<Cohort> & Pick<Cohort, 'centreId'>): Promise<Cohort> => {
  const { id: programmeVersionId, programmeId } = over.programmeVersionId
    ? await manager.findOneByOrFail(ProgrammeVersion, { id: over.programmeVersionId })
    : await newProgrammeVersion(manager);
  const id = newId();
  await manager.insert(Cohort, {
    id, code: `C-${id.slice(-12).toUpperCase()}`, state: 'open', places: 2, taken: 0, startsOn: '2026-02-02', plannedEndOn: '2026-08-28',
    enrolmentClosesOn: '2026-03-16', createdAt: MADE_AT, ...over, programmeId, programmeVersionId, centre: undefined, programme: undefined, programmeVersion: undefined,
  });
  return manager.findOneByOrFail(Cohort, { id: over.id ?? id });
};

/** A registered trainee; the place in the cohort is counted along. */
export const newEnrolment = async (
  manager: EntityManager,
  cohort: Cohort,
  personId: string,
  over: Partial<Enrolment> = {},
): Promise<Enrolment> => {
  const id = newId();
  await manager.insert(Enrolment, {
    id, personId, cohortId: cohort.id, centreId: cohort.centreId, state: 'registered', registeredOn: '2026-02-02', enteredOn: null, exitedOn: null,
    leavingReason: null, exclusion: null, evidence: null, consecutiveMissed: 0, leftEarlySuspectedOn: null, assessmentPassed: null, assessedOn: null,
    createdAt: MADE_AT, ...over, person: undefined, cohort: undefined,
  });
  await manager.query('UPDATE cohort SET taken = taken + 1 WHERE id = $1', [cohort.id]);
  return manager.findOneByOrFail(Enrolment, { id: over.id ?? id });
};

/** A morning session of the cohort; on Monday, 2 March 2026, unless told otherwise. */
export const newSession = async (manager: EntityManager, cohort: Cohort, over: Partial<TrainingSession> = {}): Promise<TrainingSession> => {
  const id = newId();
  await manager.insert(TrainingSession, {
    id, cohortId: cohort.id, centreId: cohort.centreId, state: 'scheduled', sessionOn: '2026-03-02', startsAt: '08:00', endsAt: '11:30', room: null,
    instructorId: null, topic: null, registerTakenAt: null, registerTakenBy: null, ...over, cohort: undefined,
  });
  return manager.findOneByOrFail(TrainingSession, { id: over.id ?? id });
};

/** One mark in the register of a held session. */
export const newAttendance = async (manager: EntityManager, session: TrainingSession, enrolment: Enrolment, code = 'present'): Promise<void> => {
  await manager.insert(AttendanceRecord, {
    id: newId(), personId: enrolment.personId, centreId: enrolment.centreId, sessionId: session.id, enrolmentId: enrolment.id, code,
    missedAnnounced: false, markedBy: newId(), markedAt: MADE_AT,
  });
};

/** A certificate in force. */
export const newCertificate = async (manager: EntityManager, enrolment: Enrolment, over: Partial<Certificate> = {}): Promise<Certificate> => {
  const id = newId();
  const unique = id.replaceAll('-', '').toUpperCase();
  await manager.insert(Certificate, {
    id, personId: enrolment.personId, centreId: enrolment.centreId, enrolmentId: enrolment.id, serial: `TH-2026-${unique.slice(-12)}`,
    token: unique.slice(-16), state: 'issued', initials: 'S. D.', issuedOn: '2026-02-27', validUntil: null, issuedBy: newId(), stateReason: null,
    createdAt: MADE_AT, ...over, enrolment: undefined,
  });
  return manager.findOneByOrFail(Certificate, { id: over.id ?? id });
};
