import { Injectable } from '@nestjs/common';
import { AuditSealsRepository } from './audit-seals.repository';
import { BEFORE_ALL_IDS } from './seal-horizon.rules';

/** What an auditor writes down outside the product. */
export interface SealView {
  readonly number: number;
  readonly hash: string;
  readonly sealedAt: Date;
}

@Injectable()
export class AuditSeals {
  constructor(private readonly seals: AuditSealsRepository) {}

  /** Null before the first sealing. */
  async newest(): Promise<SealView | null> {
    const seal = await this.seals.newest();
    return seal && { number: seal.number, hash: seal.hash, sealedAt: seal.sealedAt };
  }

  /** Since when something waits to be sealed; null when nothing does. */
  async oldestUnsealed(): Promise<Date | null> {
    const newest = await this.seals.newest();
    const [oldest] = await this.seals.unsealed({ recordedIn: BigInt(newest?.horizon ?? 0), id: BEFORE_ALL_IDS }, 1);
    return oldest ? new Date(oldest.at) : null;
  }
}
