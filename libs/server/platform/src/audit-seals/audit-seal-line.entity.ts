import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One entry of a sealed batch: its place and its own hash, so that a check can say which entry was changed or is gone. */
@Entity('audit_seal_line')
@Index(['sealNumber', 'position'], { unique: true })
export class AuditSealLine {
  @PrimaryColumn('uuid')
  entryId: string;

  @Column('integer')
  sealNumber: number;

  /** From 0. */
  @Column('integer')
  position: number;

  /** SHA-256 over the entry in its canonical form. */
  @Column('bytea')
  hash: Buffer;
}
