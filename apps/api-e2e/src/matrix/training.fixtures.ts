import { newCertificate, newCohort, newEnrolment, newProgrammeVersion, newSession } from '@sampan/training/testing';
import type { Fixture } from './world';

/** A cohort with a session of today's yesterday, a trainee, and the certificate of somebody who has completed. */
export const trainingFixture: Fixture = async ({ manager, centreId }, { personId }) => {
  if (!personId) {
    throw new Error('The people room has to make its person first.');
  }
  const draft = await newProgrammeVersion(manager, { state: 'draft' });
  const version = await newProgrammeVersion(manager);
  const cohort = await newCohort(manager, { centreId, programmeVersionId: version.id, places: 20, enrolmentClosesOn: '2031-01-01', plannedEndOn: '2031-06-30' });
  const session = await newSession(manager, cohort);
  const enrolment = await newEnrolment(manager, cohort, personId);
  const past = await newCohort(manager, { centreId, programmeVersionId: version.id, state: 'completed' });
  const completed = await newEnrolment(manager, past, personId, { state: 'completed', enteredOn: '2026-02-02', exitedOn: '2026-02-27' });
  const certificate = await newCertificate(manager, completed);
  return {
    scoped: { enrolmentId: enrolment.id, certificateId: certificate.id },
    centre: { cohortId: cohort.id, sessionId: session.id },
    shared: { programmeId: draft.programmeId, versionId: draft.id, programmeVersionId: version.id },
  };
};
