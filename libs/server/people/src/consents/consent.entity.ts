import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../persons/person.entity';
import type { ConsentAnswer, ConsentGiver, ConsentMethod, ConsentPurpose, LegalBasis } from './consent.rules';

/** One answer to one purpose. Never changed: a new answer is a new row, and a trigger refuses anything else. */
@Entity('consent')
@Index(['personId', 'purpose', 'recordedAt', 'id'])
export class Consent {
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
  purpose: ConsentPurpose;

  @Column('text')
  answer: ConsentAnswer;

  @Column('text')
  basis: LegalBasis;

  @Column('text')
  noticeVersion: string;

  @Column('text')
  noticeLanguage: string;

  @Column('text')
  method: ConsentMethod;

  @Column('text')
  givenBy: ConsentGiver;

  /** The partner, for a purpose that names one. */
  @Column('text', { nullable: true })
  recipient: string | null;

  /** What is not to be told to whom, in the person's words. */
  @Column('text', { nullable: true })
  withhold: string | null;

  @Column('date', { nullable: true })
  validUntil: string | null;

  @Column('uuid')
  explainedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
