import { pauseAfter, secondsToWait } from './sign-in.rules';

describe('failed sign-ins', () => {
  it.each([[0, 0], [4, 0], [5, 30], [6, 60], [7, 120], [20, 3600]])('after %i pause for %i seconds', (failures, seconds) => {
    expect(pauseAfter(failures)).toBe(seconds);
  });

  it('let one try again when the pause is over', () => {
    const attempt = { failures: 5, lastFailedAt: new Date('2026-01-01T00:00:00Z') };
    expect(secondsToWait(attempt, new Date('2026-01-01T00:00:10Z'))).toBe(20);
    expect(secondsToWait(attempt, new Date('2026-01-01T00:00:30Z'))).toBe(0);
    expect(secondsToWait({ ...attempt, failures: 50 }, new Date('2026-01-02T00:00:01Z'))).toBe(0);
  });
});
