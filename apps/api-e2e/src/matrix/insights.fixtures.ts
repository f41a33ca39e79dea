import { newRelease, newReleaseValue } from '@sampan/insights/testing';
import type { Fixture } from './world';

/** A release of the country that everybody in it who may read releases sees, with one number. */
export const insightsFixture: Fixture = async ({ manager, country }) => {
  const release = await newRelease(manager, { country, state: 'superseded' });
  await newReleaseValue(manager, release);
  return { centre: { releaseId: release.id } };
};
