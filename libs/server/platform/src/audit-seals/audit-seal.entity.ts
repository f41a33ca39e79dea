import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditKind } from '../audit-retention/audit-kind.rules';

/** That a batch of audit entries was complete at a moment: a link of the chain. Never changed, never deleted, not even when its entries are. */
@Entity('audit_seal')
export class AuditSeal {
  /** 1, 2, 3 … without a gap. */
  @PrimaryColumn('integer')
  number: number;

  /** All entries of a batch are kept equally long, so that it expires as a whole. */
  @Column('text')
  kind: AuditKind;

  /** The earliest and the latest moment that an entry of the batch tells of. */
  @Column('timestamptz')
  fromAt: Date;

  @Column('timestamptz')
  toAt: Date;

  @Column('integer')
  entries: number;

  /** SHA-256, hexadecimal, over the entries' hashes in the order of the batch. */
  @Column('text')
  entriesDigest: string;

  /** The hash of the seal before; of the first one, 64 zeros. */
  @Column('text')
  previousHash: string;

  /** SHA-256 over everything else here. */
  @Column('text')
  hash: string;

  @Column('timestamptz')
  sealedAt: Date;

  /** Every transaction with a lower number had ended, and is sealed: where the next sealing begins to look. */
  @Column('bigint')
  horizon: string;

  /** Which database cluster counted those transactions: after a restore into another one the numbers mean nothing. */
  @Column('text')
  cluster: string;

  /** Whether nothing that could be seen was left unsealed. */
  @Column('boolean')
  caughtUp: boolean;
}
