import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what to which record. Written in the same transaction as the deed, and never changed: a trigger refuses. */
@Entity('audit_entry')
@Index(['personId', 'at'])
@Index(['viewerId', 'at'])
@Index(['at', 'id'])
@Index(['recordedIn', 'id'])
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid')
  viewerId: string;

  @Column('text')
  action: string;

  @Column('text')
  subjectType: string;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  centreId: string | null;

  @Column('text', { nullable: true })
  requestId: string | null;

  /** Which fields, which reason code, which counts. Never a name, a number or a note. */
  @Column('jsonb', { default: {} })
  details: object;

  /**
   * The database's number of the transaction that wrote the entry; the database fills it in. Only the sealing looks at it.
   * The default is written without its casts (`::text`, `::bigint`), as TypeORM reads it back: else it would differ for ever.
   */
  @Column('bigint', { default: () => '((pg_current_xact_id()))' })
  recordedIn?: string;
}
