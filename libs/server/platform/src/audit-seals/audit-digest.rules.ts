import { createHash, type Hash } from 'node:crypto';

/** The version of the canonical form: another form would be another number, and old seals would still be checked by theirs. */
const FORM = 'sampan-audit-1';
const SEAL_FORM = 'sampan-seal-1';

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** An entry as it is hashed. Moments are texts to the microsecond in UTC, as the database has them: nothing is rounded away. */
export interface SealableEntry {
  readonly id: string;
  readonly at: string;
  readonly viewerId: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly personId: string | null;
  readonly centreId: string | null;
  readonly requestId: string | null;
  readonly details: unknown;
}

export interface SealFacts {
  readonly number: number;
  readonly kind: string;
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly entries: number;
  readonly entriesDigest: string;
  readonly previousHash: string;
  readonly sealedAt: Date;
  readonly horizon: string;
  readonly cluster: string;
  readonly caughtUp: boolean;
}

/** JSON with the keys of every object in the order of their code units: one text for one value, whoever wrote it. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
};

/** The text that is hashed for an entry. An auditor can make it from an export and hash it with any tool. */
export const canonicalEntry = (entry: SealableEntry): string =>
  canonicalJson([
    FORM, entry.id, entry.at, entry.viewerId, entry.action, entry.subjectType, entry.subjectId, entry.personId, entry.centreId, entry.requestId, entry.details,
  ]);

export const hashOfEntry = (entry: SealableEntry): Buffer => createHash('sha256').update(canonicalEntry(entry), 'utf8').digest();

/** Digests entries' hashes one after the other, so that a batch need not be in memory. */
export class EntriesDigest {
  private readonly digest: Hash = createHash('sha256');

  add(hash: Buffer): void {
    this.digest.update(hash);
  }

  /** Once, in the end. */
  toHex(): string {
    return this.digest.digest('hex');
  }
}

export const hashOfSeal = (seal: SealFacts): string =>
  createHash('sha256')
    .update(
      canonicalJson([
        SEAL_FORM, seal.number, seal.kind, seal.fromAt.toISOString(), seal.toAt.toISOString(), seal.entries, seal.entriesDigest, seal.previousHash,
        seal.sealedAt.toISOString(), seal.horizon, seal.cluster, seal.caughtUp,
      ]),
    )
    .digest('hex');
