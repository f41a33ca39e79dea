/** How the database counts its transactions at one moment. */
export interface Standing {
  readonly cluster: string;
  /** Every transaction with a lower number has ended: nothing can be committed below it any more. */
  readonly lowestRunning: bigint;
}

/** Where reading goes on: after this entry, in the order of transactions and ids. */
export interface Place {
  readonly recordedIn: bigint;
  readonly id: string;
}

/** Before every entry of a transaction. */
export const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

interface FormerSeal {
  readonly cluster: string;
  readonly horizon: string;
}

/** From which transaction on to look for unsealed entries. A restored database counts anew, so there all of it is looked through. */
export const lookFrom = (newest: FormerSeal | null, { cluster }: Standing): bigint => (newest && newest.cluster === cluster ? BigInt(newest.horizon) : 0n);

/**
 * Where the next sealing has to begin. With entries left over (a full page was read) it must not be beyond the last
 * transaction that was looked at; whatever commits later has a number of at least `lowestRunning`.
 */
export const horizonAfter = ({ lowestRunning }: Standing, lastLookedAt: bigint | null, leftOver: boolean): bigint =>
  leftOver && lastLookedAt !== null && lastLookedAt < lowestRunning ? lastLookedAt : lowestRunning;

/** Transactions last seconds; an entry that tells of a time so long before everything was sealed was not there then. */
const LATE_MS = 3_600_000;

/** Whether an entry says that it is older than a moment at which all that there was had been sealed. */
export const isLate = (at: Date, allSealedAt: Date | null): boolean => allSealedAt !== null && at.getTime() < allSealedAt.getTime() - LATE_MS;
