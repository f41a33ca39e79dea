import { horizonAfter, isLate, lookFrom } from './seal-horizon.rules';

const standing = { cluster: 'here', lowestRunning: 100n };

describe('where a sealing looks', () => {
  it.each([
    ['from the beginning, the first time', null, 0n],
    ['from where all before had ended', { cluster: 'here', horizon: '90' }, 90n],
    ['from the beginning, in a restored database that counts anew', { cluster: 'elsewhere', horizon: '90' }, 0n],
  ])('%s', (_, newest, from) => expect(lookFrom(newest, standing)).toBe(from));

  it.each([
    ['up to the oldest running transaction, when all was read', 120n, false, 100n],
    ['not beyond the last entry of a full page', 80n, true, 80n],
    ['not beyond a running transaction, though later ones were read', 120n, true, 100n],
    ['up to the oldest running transaction, when there was nothing', null, false, 100n],
  ])('next time %s', (_, last, leftOver, horizon) => expect(horizonAfter(standing, last, leftOver)).toBe(horizon));
});

describe('an entry of former times', () => {
  const sealed = new Date('2026-03-02T03:00:00Z');
  it.each([
    ['just recorded', '2026-03-02T03:00:01Z', sealed, false],
    ['of a transaction that took half an hour', '2026-03-02T02:30:00Z', sealed, false],
    ['from before all was sealed', '2026-03-02T01:59:59Z', sealed, true],
    ['before the first sealing', '1999-01-01T00:00:00Z', null, false],
  ])('%s', (_, at, allSealedAt, late) => expect(isLate(new Date(at), allSealedAt)).toBe(late));
});
