import { newApplication, newConcern, newEmployer, newFollowUp, newPlacement, newVacancy } from '@sampan/placement/testing';
import type { Fixture } from './world';

/** An employer with an open vacancy, somebody proposed for it, and somebody in a job with a check and a concern. */
export const placementFixture: Fixture = async ({ manager, centreId }, { personId }) => {
  if (!personId) {
    throw new Error('The people room has to make its person first.');
  }
  const of = { personId, centreId };
  const employer = await newEmployer(manager, { centreId, validUntil: '2031-01-01' });
  const vacancy = await newVacancy(manager, { centreId, employerId: employer.id, places: 50 });
  const proposedFor = await newVacancy(manager, { centreId, employerId: employer.id });
  const application = await newApplication(manager, { ...of, vacancyId: proposedFor.id });
  const placement = await newPlacement(manager, of);
  const followUp = await newFollowUp(manager, placement);
  const concern = await newConcern(manager, of);
  return {
    scoped: { applicationId: application.id, placementId: placement.id, followUpId: followUp.id, concernId: concern.id },
    centre: { employerId: employer.id, vacancyId: vacancy.id },
  };
};
