import { MomentColumn, SealedColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../cases/case.entity';
import type { NoteLevel, NoteSection } from './note.rules';

/** Append-only, at the database too: a correction is a new entry that points to the former one. */
@Entity('case_note')
@Unique(['correctsNoteId'])
@Index(['caseId', 'writtenAt'])
export class Note {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Case)
  caseId: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  level: NoteLevel;

  @Column('text', { nullable: true })
  section: NoteSection | null;

  /** Null in a level-3 note. */
  @Column('text', { nullable: true })
  text: string | null;

  /** The text of a level-3 note, encrypted. */
  @SealedColumn({ nullable: true })
  sealedText: string | null;

  @Column('uuid')
  authorId: string;

  @MomentColumn()
  writtenAt: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Note)
  correctsNoteId: string | null;
}
