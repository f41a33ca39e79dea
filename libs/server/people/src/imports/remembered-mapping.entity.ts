import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMapping } from './mapping.rules';

/** What the columns of a register meant the last time this centre brought one with the same header line. */
@Entity('remembered_mapping')
export class RememberedMapping {
  @PrimaryColumn('uuid')
  centreId: string;

  /** SHA-256 of the header line. */
  @PrimaryColumn('text')
  header: string;

  @Column('jsonb')
  mapping: ColumnMapping[];

  @Column('timestamptz')
  rememberedAt: Date;
}
