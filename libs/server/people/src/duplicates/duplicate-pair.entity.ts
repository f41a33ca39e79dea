import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../persons/person.entity';
import type { Reason } from './duplicate-score.rules';
import type { DuplicateState } from './duplicate-pair.rules';

/** Two records that may be one person, and what was decided. `personId` is the lower of both ids, so that a pair is one row. */
@Entity('duplicate_pair')
@Unique(['personId', 'otherPersonId'])
@Index(['otherPersonId'])
@Index(['state', 'createdAt'])
export class DuplicatePair {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person?: Person;

  @Column('uuid')
  otherPersonId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'other_person_id' })
  otherPerson?: Person;

  @Column('uuid')
  centreId: string;

  @Column('uuid')
  otherCentreId: string;

  @Column('double precision')
  score: number;

  @Column('jsonb')
  reasons: Reason[];

  @Column('text')
  state: DuplicateState;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** The record that was kept, while the pair is merged. */
  @Column('uuid', { nullable: true })
  keptPersonId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
