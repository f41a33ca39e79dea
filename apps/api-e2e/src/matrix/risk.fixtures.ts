import { newFlag } from '@sampan/risk/testing';
import type { Fixture } from './world';

/** A flag that waits for an answer; the instruments are the same for everybody. */
export const riskFixture: Fixture = async ({ manager, centreId }, { personId }) => {
  if (!personId) {
    throw new Error('The people room has to make its person first.');
  }
  const flag = await newFlag(manager, { id: personId, centreId });
  return { scoped: { flagId: flag.id }, shared: { instrumentId: 'online-scam-exposure-1' } };
};
