import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Fact } from '@sampan/kernel';
import { Person } from '../persons/person.entity';

/** One thing that happened to somebody, with the class of fact that decides who may read it. */
@Entity('timeline_entry')
@Unique(['sourceType', 'sourceId', 'kind'])
@Index(['personId', 'at', 'id'])
export class TimelineEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person?: Person;

  @Column('uuid')
  centreId: string;

  @Column('timestamptz')
  at: Date;

  /** A translation key, such as `training.enrolled`. */
  @Column('text')
  kind: string;

  @Column('text')
  fact: Fact;

  @Column('jsonb')
  data: object;

  @Column('text')
  sourceType: string;

  @Column('uuid')
  sourceId: string;
}
