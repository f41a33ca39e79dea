import type { HealthState } from './health.rules';

export interface BackupFacts {
  /** Whole days since the last backup that can be restored; null: there is none. */
  readonly days: number | null;
  /** Whether every file was in that one. */
  readonly complete: boolean;
  /** What became of the newest attempt, which may be another one. */
  readonly newest: 'none' | 'running' | 'made' | 'failed';
}

/** From the worst to the best: the first that is true is what the administrator is told. */
export const BACKUP_SITUATIONS = ['never', 'first-failed', 'first-running', 'failing', 'old', 'incomplete', 'failed-once', 'ageing', 'recent'] as const;
export type BackupSituation = (typeof BACKUP_SITUATIONS)[number];

/** Days after which a missing backup is to be looked at, and after which it is to be made today. */
const LOOK_AFTER = 1;
const ACT_AFTER = 7;
/** A backup that is still at work after so long was broken off: the machine stopped under it. */
const LONGEST_RUN_MS = 24 * 3_600_000;

const IS: Readonly<Record<BackupSituation, (facts: BackupFacts) => boolean>> = {
  never: ({ days, newest }) => days === null && newest === 'none',
  'first-failed': ({ days, newest }) => days === null && newest === 'failed',
  'first-running': ({ days }) => days === null,
  failing: ({ days, newest }) => days !== null && days > ACT_AFTER && newest === 'failed',
  old: ({ days }) => days !== null && days > ACT_AFTER,
  incomplete: ({ complete }) => !complete,
  'failed-once': ({ newest }) => newest === 'failed',
  ageing: ({ days }) => days !== null && days > LOOK_AFTER,
  recent: () => true,
};

export const backupSituation = (facts: BackupFacts): BackupSituation => BACKUP_SITUATIONS.find((situation) => IS[situation](facts)) ?? 'recent';

export const STATE_OF_BACKUP: Readonly<Record<BackupSituation, HealthState>> = {
  never: 'act', 'first-failed': 'act', 'first-running': 'look', failing: 'act', old: 'act', incomplete: 'act', 'failed-once': 'look', ageing: 'look', recent: 'fine',
};

/** @param runningMs since the attempt began */
export const newestAttempt = (outcome: 'running' | 'done' | 'incomplete' | 'failed', runningMs: number): BackupFacts['newest'] =>
  outcome === 'running' ? (runningMs > LONGEST_RUN_MS ? 'failed' : 'running') : outcome === 'failed' ? 'failed' : 'made';
