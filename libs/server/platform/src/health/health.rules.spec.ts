import { isUnprotected, judge, worst, type HealthFacts, type HealthState, type HealthTopic } from './health.rules';

const well: HealthFacts = {
  databaseMs: 3, diskFreeBytes: 80_000_000_000, diskFreePercent: 60, waiting: 4, oldestWaitingSeconds: 2, deadLetters: 0, backup: 'recent', canPrint: true, clockSeconds: 0, unprotected: false,
};

describe('the health of a node', () => {
  it('is fine when everything is', () => {
    expect(worst(Object.values(judge(well)))).toBe('fine');
  });

  it.each<[HealthTopic, HealthState, Partial<HealthFacts>]>([
    ['database', 'look', { databaseMs: 300 }],
    ['database', 'act', { databaseMs: 2_500 }],
    ['disk', 'look', { diskFreeBytes: 9_000_000_000 }],
    ['disk', 'look', { diskFreePercent: 14 }],
    ['disk', 'act', { diskFreeBytes: 1_900_000_000 }],
    ['work', 'look', { oldestWaitingSeconds: 301 }],
    ['work', 'act', { oldestWaitingSeconds: 3_601 }],
    ['work', 'fine', { waiting: 0, oldestWaitingSeconds: 9_999 }],
    ['failures', 'look', { deadLetters: 1 }],
    ['failures', 'act', { deadLetters: 21 }],
    ['backup', 'look', { backup: 'failed-once' }],
    ['backup', 'act', { backup: 'incomplete' }],
    ['pdf', 'look', { canPrint: false }],
    ['clock', 'look', { clockSeconds: 31 }],
    ['clock', 'act', { clockSeconds: 301 }],
    ['connection', 'act', { unprotected: true }],
    ['version', 'fine', {}],
  ])('says of the %s: %s', (topic, expected, change) => {
    expect(judge({ ...well, ...change })[topic]).toBe(expected);
  });

  it('is as bad as its worst part', () => {
    expect(worst(['fine', 'act', 'look'])).toBe('act');
  });

  it.each([
    [false, 'http://localhost:3000'],
    [false, 'https://sampan.example'],
    [true, 'http://192.168.1.20:3000'],
  ])('finds it %s that %s is unprotected', (is, url) => {
    expect(isUnprotected(url)).toBe(is);
  });
});
