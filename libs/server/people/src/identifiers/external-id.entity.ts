import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../persons/person.entity';

/** What another system calls this person; with it a register that is imported again updates and does not duplicate. */
@Entity('external_id')
@Unique(['centreId', 'system', 'value'])
@Index(['personId'])
export class ExternalId {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person?: Person;

  @Column('uuid')
  centreId: string;

  @Column('text')
  system: string;

  @Column('text')
  value: string;
}
