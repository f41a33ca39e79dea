import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../persons/person.entity';

export const CASELOAD_ROLES = ['social-worker', 'placement-officer', 'instructor', 'child-protection'] as const;
export type CaseloadRole = (typeof CASELOAD_ROLES)[number];

/** Who works with whom, from when to when. The reach of a caseload worker comes from here. */
@Entity('caseload_entry')
@Index(['personId'])
@Index(['userId', 'personId'])
@Index('caseload_entry_current_uq', { synchronize: false })
export class CaseloadEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person?: Person;

  @Column('uuid')
  centreId: string;

  @Column('uuid')
  userId: string;

  @Column('text')
  role: CaseloadRole;

  @Column('date')
  fromOn: string;

  /** Null while it lasts. */
  @Column('date', { nullable: true })
  toOn: string | null;
}
