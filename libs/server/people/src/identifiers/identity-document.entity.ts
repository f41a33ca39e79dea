import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../persons/person.entity';
import type { DocumentStatus, DocumentType } from './identity-document.rules';

/** A paper that says who somebody is. The number is readable with the key only; the hash finds it again. */
@Entity('identity_document')
@Unique(['personId', 'numberHash'])
@Index(['numberHash'])
export class IdentityDocument {
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
  type: DocumentType;

  @Column('text', { nullable: true })
  issuingCountry: string | null;

  @Column('text')
  numberSealed: string;

  @Column('text')
  numberHash: string;

  @Column('text', { default: 'held' })
  status: DocumentStatus;

  @Column('date', { nullable: true })
  expiresOn: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
