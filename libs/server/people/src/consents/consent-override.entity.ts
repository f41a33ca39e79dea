import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../persons/person.entity';
import type { ConsentPurpose, LegalBasis } from './consent.rules';

/** Leave to do one thing without consent, on a named ground. Used up by the first action that needs it. */
@Entity('consent_override')
@Index(['personId', 'purpose'])
export class ConsentOverride {
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
  basis: LegalBasis;

  @Column('text')
  reason: string;

  @Column('uuid')
  allowedBy: string;

  @Column('timestamptz')
  allowedAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
