import { Injectable } from '@nestjs/common';
import { Clock } from '@sampan/kernel';
import { expiryOf } from '../audit-retention/audit-kind.rules';
import type { AuditRemoval } from '../audit-retention/audit-removal.entity';
import { AuditRetentionRepository } from '../audit-retention/audit-retention.repository';
import { EntriesDigest, FIRST_PREVIOUS_HASH, hashOfEntry, hashOfSeal } from './audit-digest.rules';
import type { AuditSeal } from './audit-seal.entity';
import { AuditSealsRepository } from './audit-seals.repository';
import { isLate } from './seal-horizon.rules';

export const FINDINGS = ['entry-changed', 'entry-removed', 'entry-inserted', 'batch-altered', 'batch-removed-early', 'seal-altered', 'seal-missing', 'chain-broken', 'other-chain'] as const;
export type FindingKind = (typeof FINDINGS)[number];

/** What is wrong, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** Null for an entry that is in no batch. */
  readonly seal: number | null;
  readonly entryId?: string;
}

/** A seal that somebody wrote down outside the product. */
export interface Anchor {
  readonly number: number;
  readonly hash: string;
}

export interface Verified {
  readonly seals: number;
  readonly entries: number;
  /** Batches whose time was over and whose entries are gone: only their seals can be checked. */
  readonly removedBatches: number;
  /** Recorded since the last sealing. */
  readonly waiting: number;
  readonly findings: number;
  /** To be kept outside: whoever can rewrite the whole chain cannot rewrite that. */
  readonly newest: Anchor | null;
}

const SEALS_AT_ONCE = 50;
const LOOSE_AT_ONCE = 5_000;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

type Report = (finding: Finding) => void;

/** Reads the whole audit, one batch at a time, and compares it with its seals. */
@Injectable()
export class AuditVerification {
  constructor(
    private readonly seals: AuditSealsRepository,
    private readonly retention: AuditRetentionRepository,
    private readonly clock: Clock,
  ) {}

  /** @param tell is called for each finding as it is found, so that nothing piles up in memory */
  async verify(tell: Report, anchor: Anchor | null = null): Promise<Verified> {
    const sum = { seals: 0, entries: 0, removedBatches: 0, findings: 0 };
    const report: Report = (finding) => {
      sum.findings += 1;
      tell(finding);
    };
    let anchored = anchor === null;
    let allSealedAt: Date | null = null;
    let previous: Pick<AuditSeal, 'number' | 'hash'> = { number: 0, hash: FIRST_PREVIOUS_HASH };
    let newest: AuditSeal | null = null;
    for (;;) {
      const page = await this.seals.listAfter(previous.number, SEALS_AT_ONCE);
      const removals = await this.retention.removalsOf(page.map(({ number }) => number));
      for (const seal of page) {
        checkLink(seal, previous, report);
        anchored ||= seal.number === anchor?.number && seal.hash === anchor.hash;
        const removal = removals.get(seal.number);
        sum.entries += removal ? this.checkRemoval(seal, removal, report) : await this.checkBatch(seal, allSealedAt, report);
        sum.removedBatches += removal ? 1 : 0;
        sum.seals += 1;
        allSealedAt = seal.caughtUp ? seal.sealedAt : allSealedAt;
        newest = previous = seal;
      }
      if (page.length < SEALS_AT_ONCE) {
        break;
      }
    }
    if (!anchored) {
      report({ kind: 'other-chain', seal: anchor!.number });
    }
    const waiting = await this.checkLoose(newest, allSealedAt, report);
    return { ...sum, waiting, newest: newest && { number: newest.number, hash: newest.hash } };
  }

  private checkRemoval(seal: AuditSeal, removal: AuditRemoval, report: Report): number {
    const early = removal.removedAt < expiryOf(seal.toAt, removal.keptMonths) || removal.removedAt > this.clock.now() || removal.entries !== seal.entries;
    if (early) {
      report({ kind: 'batch-removed-early', seal: seal.number });
    }
    return 0;
  }

  private async checkBatch(seal: AuditSeal, allSealedAt: Date | null, report: Report): Promise<number> {
    const lines = await this.seals.lines(seal.number);
    const digest = new EntriesDigest();
    for (const { entryId, hash, entry } of lines) {
      digest.add(hash);
      const where = { seal: seal.number, entryId };
      if (!entry) {
        report({ kind: 'entry-removed', ...where });
      } else if (!hashOfEntry(entry).equals(hash)) {
        report({ kind: 'entry-changed', ...where });
      } else if (isLate(new Date(entry.at), allSealedAt)) {
        report({ kind: 'entry-inserted', ...where });
      }
    }
    // A batch may have been removed, its time being over, since the page of seals was read.
    if ((lines.length !== seal.entries || digest.toHex() !== seal.entriesDigest) && !(await this.retention.removalsOf([seal.number])).has(seal.number)) {
      report({ kind: 'batch-altered', seal: seal.number });
    }
    return lines.length;
  }

  /** An entry in no batch either came after the last sealing, or was put where everything had been sealed. */
  private async checkLoose(newest: AuditSeal | null, allSealedAt: Date | null, report: Report): Promise<number> {
    let [waiting, from] = [0, BEFORE_ALL_IDS];
    const { cluster } = await this.seals.standing();
    // Seals may have been added while their predecessors were read; what those hold is not loose.
    for (;;) {
      const page = await this.seals.looseAfter(from, LOOSE_AT_ONCE);
      for (const { id, at, recordedIn } of page) {
        const wasLookedAt = newest !== null && newest.cluster === cluster && BigInt(recordedIn) < BigInt(newest.horizon);
        if (wasLookedAt || isLate(at, allSealedAt)) {
          report({ kind: 'entry-inserted', seal: null, entryId: id });
        } else {
          waiting += 1;
        }
      }
      if (page.length < LOOSE_AT_ONCE) {
        return waiting;
      }
      from = page.at(-1)!.id;
    }
  }
}

const checkLink = (seal: AuditSeal, previous: Pick<AuditSeal, 'number' | 'hash'>, report: Report): void => {
  if (seal.number !== previous.number + 1) {
    report({ kind: 'seal-missing', seal: previous.number + 1 });
  } else if (seal.previousHash !== previous.hash) {
    report({ kind: 'chain-broken', seal: seal.number });
  }
  if (hashOfSeal(seal) !== seal.hash) {
    report({ kind: 'seal-altered', seal: seal.number });
  }
};
