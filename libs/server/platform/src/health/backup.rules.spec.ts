import { BACKUP_SITUATIONS, backupSituation, newestAttempt, STATE_OF_BACKUP, type BackupFacts, type BackupSituation } from './backup.rules';
import type { HealthState } from './health.rules';

const HOUR = 3_600_000;
const well: BackupFacts = { days: 0, complete: true, newest: 'made' };

const CASES: readonly [BackupSituation, HealthState, Partial<BackupFacts>][] = [
  ['recent', 'fine', {}],
  ['recent', 'fine', { days: 1, newest: 'running' }],
  ['ageing', 'look', { days: 2 }],
  ['ageing', 'look', { days: 7 }],
  ['old', 'act', { days: 8 }],
  ['old', 'act', { days: 8, complete: false, newest: 'running' }],
  ['failed-once', 'look', { days: 7, newest: 'failed' }],
  ['failing', 'act', { days: 8, newest: 'failed' }],
  ['incomplete', 'act', { complete: false }],
  ['incomplete', 'act', { complete: false, newest: 'failed' }],
  ['never', 'act', { days: null, complete: false, newest: 'none' }],
  ['first-running', 'look', { days: null, complete: false, newest: 'running' }],
  ['first-failed', 'act', { days: null, complete: false, newest: 'failed' }],
];

describe('the backup, in the words of an administrator', () => {
  it.each(CASES)('is %s: %s', (situation, state, change) => {
    expect(backupSituation({ ...well, ...change })).toBe(situation);
    expect(STATE_OF_BACKUP[situation]).toBe(state);
  });

  it('has a case for every situation', () => {
    expect(new Set(CASES.map(([situation]) => situation))).toEqual(new Set(BACKUP_SITUATIONS));
  });

  it('counts an attempt that has been at work for longer than a day as failed', () => {
    expect([newestAttempt('running', 24 * HOUR), newestAttempt('running', 24 * HOUR + 1), newestAttempt('failed', 0), newestAttempt('incomplete', 0), newestAttempt('done', 0)])
      .toEqual(['running', 'failed', 'failed', 'made', 'made']);
  });
});
