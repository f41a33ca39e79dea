import { LookUpColumn, SealedColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../persons/person.entity';
import { DOCUMENT_HASH, plainNumber, type DocumentStatus, type DocumentType } from './identity-document.rules';

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

  @SealedColumn()
  numberSealed: string;

  @LookUpColumn({ purpose: DOCUMENT_HASH, of: 'numberSealed', spelling: plainNumber, copies: [{ table: 'person_key', column: 'key', prefix: 'i:' }] })
  numberHash: string;

  @Column('text', { default: 'held' })
  status: DocumentStatus;

  @Column('date', { nullable: true })
  expiresOn: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
