import { Injectable } from '@nestjs/common';
import { AuditSealsRepository } from './audit-seals.repository';

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
}
