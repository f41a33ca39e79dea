import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../persons/person.entity';

/** Where somebody is filed for the search of duplicates. Made again whenever the person changes. */
@Entity('person_key')
@Index('person_key_search_ix', { synchronize: false })
export class PersonKey {
  @PrimaryColumn('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person?: Person;

  @PrimaryColumn('text')
  key: string;

  @Column('uuid')
  centreId: string;

  @Column('integer')
  bornFrom: number;

  @Column('integer')
  bornTo: number;
}
