import { decisionsByWorker } from './flag-statistics.rules';

describe('decisions by worker', () => {
  it('counts each decision, and a level above or below the card as an override, but not a review that has only begun', () => {
    const counted = decisionsByWorker(
      [
        { workerId: 'b', action: 'accept', count: 3 },
        { workerId: 'b', action: 'start', count: 9 },
        { workerId: 'a', action: 'dismiss', count: 2 },
      ],
      [
        { workerId: 'a', ownLevel: 'urgent', tier: 'high', count: 1 },
        { workerId: 'a', ownLevel: 'high', tier: 'high', count: 5 },
        { workerId: 'a', ownLevel: 'low', tier: 'moderate', count: 4 },
      ],
    );
    expect(counted).toEqual([
      { workerId: 'a', accepted: 0, dismissed: 2, deferred: 0, closed: 0, levelRaised: 1, levelLowered: 4 },
      { workerId: 'b', accepted: 3, dismissed: 0, deferred: 0, closed: 0, levelRaised: 0, levelLowered: 0 },
    ]);
  });
});
