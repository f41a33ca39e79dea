import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@sampan/kernel';
import { kindOf, type AuditKind, type KindOfActions } from '../audit-retention/audit-kind.rules';
import { AuditRetentionRepository } from '../audit-retention/audit-retention.repository';
import { EntriesDigest, FIRST_PREVIOUS_HASH, hashOfEntry, hashOfSeal } from './audit-digest.rules';
import type { AuditSeal } from './audit-seal.entity';
import { AuditSealsRepository, type UnsealedEntry } from './audit-seals.repository';
import { BEFORE_ALL_IDS, horizonAfter, lookFrom, type Place, type Standing } from './seal-horizon.rules';

const MOST_AT_ONCE = 2_000;

export interface Sealed {
  readonly entries: number;
  readonly seals: number;
  /** Whether more is waiting. */
  readonly leftOver: boolean;
  /** To go on with, while something is left over. */
  readonly run: SealingRun;
}

/**
 * Pages of one sealing follow each other without reading again what the former ones sealed. The standing is that of the
 * first page: what commits meanwhile below the place already passed is found by the next sealing.
 */
export interface SealingRun {
  readonly standing: Standing;
  readonly after: Place;
}

/**
 * Puts what has been recorded into batches and chains them. A batch is the list of its entries and not a range of time
 * or ids: whatever commits late, however late, is unsealed until a batch has it, and can slip between none.
 */
@Injectable()
export class AuditSealing {
  constructor(
    private readonly seals: AuditSealsRepository,
    private readonly retention: AuditRetentionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Seals at most `most` entries, in one transaction. @param former where the page before ended */
  seal(most = MOST_AT_ONCE, former: SealingRun | null = null): Promise<Sealed> {
    return this.unitOfWork.run(async () => {
      await this.seals.lock();
      const newest = await this.seals.newest();
      const standing = former?.standing ?? (await this.seals.standing());
      const after = former?.after ?? { recordedIn: lookFrom(newest, standing), id: BEFORE_ALL_IDS };
      const entries = await this.seals.unsealed(after, most);
      const leftOver = entries.length === most;
      const last = entries.at(-1);
      const horizon = horizonAfter(standing, last ? BigInt(last.recordedIn) : null, leftOver);
      const batches = byKind(entries, await this.retention.list());
      let previous: Pick<AuditSeal, 'number' | 'hash'> = newest ?? { number: 0, hash: FIRST_PREVIOUS_HASH };
      for (const [place, [kind, batch]] of batches.entries()) {
        const caughtUp = !leftOver && place === batches.length - 1;
        previous = await this.addBatch(kind, batch, previous, { horizon: horizon.toString(), cluster: standing.cluster, caughtUp });
      }
      return { entries: entries.length, seals: batches.length, leftOver, run: { standing, after: last ? { recordedIn: BigInt(last.recordedIn), id: last.id } : after } };
    });
  }

  private async addBatch(
    kind: AuditKind,
    batch: readonly UnsealedEntry[],
    previous: Pick<AuditSeal, 'number' | 'hash'>,
    standing: Pick<AuditSeal, 'horizon' | 'cluster' | 'caughtUp'>,
  ): Promise<AuditSeal> {
    const digest = new EntriesDigest();
    const lines = [...batch].sort(inOrder).map((entry) => ({ entryId: entry.id, at: new Date(entry.at), hash: hashOfEntry(entry) }));
    lines.forEach(({ hash }) => digest.add(hash));
    const facts = {
      number: previous.number + 1,
      kind,
      fromAt: lines[0]!.at,
      toAt: lines.at(-1)!.at,
      entries: lines.length,
      entriesDigest: digest.toHex(),
      previousHash: previous.hash,
      sealedAt: this.clock.now(),
      ...standing,
    };
    const seal: AuditSeal = { ...facts, hash: hashOfSeal(facts) };
    await this.seals.add(seal, lines);
    return seal;
  }
}

/** The texts are of one form, so their order is the order of the moments. */
const inOrder = (a: UnsealedEntry, b: UnsealedEntry): number => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1);

const byKind = (entries: readonly UnsealedEntry[], kinds: readonly KindOfActions[]): [AuditKind, UnsealedEntry[]][] => {
  const batches = new Map<AuditKind, UnsealedEntry[]>();
  for (const entry of entries) {
    const kind = kindOf(entry.action, kinds);
    const batch = batches.get(kind);
    if (batch) {
      batch.push(entry);
    } else {
      batches.set(kind, [entry]);
    }
  }
  return [...batches];
};
