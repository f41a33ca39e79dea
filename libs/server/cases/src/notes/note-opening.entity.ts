import { MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Note } from './note.entity';

/** That somebody opened a level-3 note, and why: for the supervisor's eyes. The audit has it too, out of reach. */
@Entity('case_note_opening')
@Index(['centreId', 'openedAt'])
export class NoteOpening {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Note)
  noteId: string;

  @Column('uuid')
  caseId: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('uuid')
  openedBy: string;

  @Column('text')
  reason: string;

  @MomentColumn()
  openedAt: Date;
}
