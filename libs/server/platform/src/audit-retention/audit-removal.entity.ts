import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That the entries of a sealed batch were removed because their time was over. The seal stays, and with it the chain. */
@Entity('audit_removal')
export class AuditRemoval {
  @PrimaryColumn('integer')
  sealNumber: number;

  @Column('timestamptz')
  removedAt: Date;

  @Column('integer')
  entries: number;

  /** How long entries of the kind were kept when these were removed. */
  @Column('integer')
  keptMonths: number;
}
