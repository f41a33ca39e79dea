import { SealedColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Reason } from '../duplicates/duplicate-score.rules';
import type { RowDecision, RowOutcome, RowProblem } from './import.rules';
import { Import } from './import.entity';

/** A record that a row may be the same person as: somebody known already, or an earlier row of the same file. */
export interface RowMatch {
  readonly personId: string;
  /** Set while the other one is a row of this file that is not yet a person. */
  readonly rowNumber: number | null;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** One line of the file and how it ended. Its id becomes the person's, so that it can never be created twice. */
@Entity('import_row')
@Unique(['importId', 'rowNumber'])
@Index(['importId', 'outcome', 'rowNumber'])
@Index('import_row_person_ix', { synchronize: false })
export class ImportRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  importId: string;

  @ManyToOne(() => Import)
  @JoinColumn({ name: 'import_id' })
  import?: Import;

  @Column('uuid')
  centreId: string;

  /** As the spreadsheet counts: the header is row 1. */
  @Column('integer')
  rowNumber: number;

  /** The cells, sealed: a register is full of document numbers. */
  @SealedColumn()
  cellsSealed: string;

  @Column('text', { default: 'unchecked' })
  outcome: RowOutcome;

  @Column('jsonb', { default: () => `'[]'` })
  problems: RowProblem[];

  @Column('jsonb', { default: () => `'[]'` })
  matches: RowMatch[];

  @Column('text', { nullable: true })
  decision: RowDecision | null;

  /** With the decision `same-person`: who it is. */
  @Column('uuid', { nullable: true })
  decidedPersonId: string | null;

  /** The person that this row made or changed. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  /** The person's version after this row; a later one means that somebody has used the record since. */
  @Column('integer', { nullable: true })
  personVersion: number | null;

  /** What an update replaced, sealed, so that it can be undone. */
  @SealedColumn({ nullable: true })
  beforeSealed: string | null;
}
