import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../persons/person.entity';
import type { ContactKind, ContactOwner } from './contact.rules';

/** A way to reach somebody. Without an answer to "is it safe to call?" it is never used automatically. */
@Entity('contact')
@Index(['personId'])
@Index(['value'])
export class Contact {
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
  kind: ContactKind;

  /** E.164 for phones, the handle as given for messengers. */
  @Column('text')
  value: string;

  @Column('text', { default: 'self' })
  whose: ContactOwner;

  /** Null: nobody has asked yet. */
  @Column('boolean', { nullable: true })
  safeToCall: boolean | null;

  @Column('text', { nullable: true })
  safeWhen: string | null;

  @Column('text', { nullable: true })
  whoMayAnswer: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
