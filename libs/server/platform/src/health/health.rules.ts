import { STATE_OF_BACKUP, type BackupSituation } from './backup.rules';

/** In plain words: nothing to do, look at it this week, act now. */
export const HEALTH_STATES = ['fine', 'look', 'act'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

export const HEALTH_TOPICS = ['database', 'disk', 'work', 'failures', 'backup', 'pdf', 'clock', 'connection', 'version'] as const;
export type HealthTopic = (typeof HEALTH_TOPICS)[number];

export interface HealthFacts {
  /** How long the database took to answer, in milliseconds. */
  readonly databaseMs: number;
  readonly diskFreeBytes: number;
  readonly diskFreePercent: number;
  /** News and long work that is due and has not been begun, and for how long the oldest has been waiting. */
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
  readonly deadLetters: number;
  readonly backup: BackupSituation;
  readonly canPrint: boolean;
  /** How far the clock of this machine is from the database's, in seconds. */
  readonly clockSeconds: number;
  /** Passwords and records travel unprotected: plain http beyond this machine. */
  readonly unprotected: boolean;
}

const GIGABYTE = 1_000_000_000;

const state = (act: boolean, look: boolean): HealthState => (act ? 'act' : look ? 'look' : 'fine');

/** The thresholds, one line a topic. The version is only told. */
export const judge = (facts: HealthFacts): Readonly<Record<HealthTopic, HealthState>> => ({
  database: state(facts.databaseMs > 2_000, facts.databaseMs > 250),
  disk: state(facts.diskFreeBytes < 2 * GIGABYTE || facts.diskFreePercent < 5, facts.diskFreeBytes < 10 * GIGABYTE || facts.diskFreePercent < 15),
  work: state(facts.waiting > 0 && facts.oldestWaitingSeconds > 3_600, facts.waiting > 0 && facts.oldestWaitingSeconds > 300),
  failures: state(facts.deadLetters > 20, facts.deadLetters > 0),
  backup: STATE_OF_BACKUP[facts.backup],
  pdf: state(false, !facts.canPrint),
  clock: state(facts.clockSeconds > 300, facts.clockSeconds > 30),
  connection: state(facts.unprotected, false),
  version: 'fine',
});

const GRAVITY: Readonly<Record<HealthState, number>> = { fine: 0, look: 1, act: 2 };

export const worst = (states: readonly HealthState[]): HealthState =>
  states.reduce((gravest, one) => (GRAVITY[one] > GRAVITY[gravest] ? one : gravest), 'fine' as HealthState);

/** Plain http is right only where nobody else listens: on the machine itself. */
export const isUnprotected = (publicUrl: string): boolean => {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};
