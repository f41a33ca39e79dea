import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ColumnMapping } from './mapping.rules';
import type { ImportState } from './import.rules';

/** One register that somebody brings: what its columns mean, and how far it is. */
@Entity('import')
@Index(['centreId', 'createdAt'])
export class Import {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  fileName: string;

  /** The header line of the file. */
  @Column('text', { array: true })
  columns: string[];

  @Column('jsonb')
  mapping: ColumnMapping[];

  @Column('integer')
  rowCount: number;

  @Column('text')
  state: ImportState;

  /** The job that is checking or committing, for its progress. */
  @Column('uuid', { nullable: true })
  jobId: string | null;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  committedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
