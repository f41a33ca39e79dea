import { SealedColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AccompaniedBy, IntakeSource, PersonStatus, Sex } from './person.rules';
import type { DatePrecision } from './partial-date.rules';

/** Somebody we serve. Everything else that belongs to a person points here and carries the same centre. */
@Entity('person')
@Index('person_search_text_ix', { synchronize: false })
@Index('person_list_ix', { synchronize: false })
@Index('person_centre_list_ix', { synchronize: false })
@Index(['centreId', 'status'])
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  centreId: string;

  /** Nine digits; shown 4073-1529-4. */
  @Column('text', { unique: true })
  reference: string;

  /** As the person writes or says it, in any script. */
  @Column('text')
  fullName: string;

  @Column('text', { nullable: true })
  latinName: string | null;

  @Column('text', { nullable: true })
  givenName: string | null;

  @Column('text', { nullable: true })
  familyName: string | null;

  @Column('text', { nullable: true })
  nickname: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  alsoKnownAs: string[];

  @Column('text', { default: 'unknown' })
  sex: Sex;

  @Column('date', { nullable: true })
  birthDate: string | null;

  @Column('text', { nullable: true })
  birthPrecision: DatePrecision | null;

  @Column('boolean', { default: false })
  ageInDoubt: boolean;

  @Column('text', { nullable: true })
  accompaniedBy: AccompaniedBy | null;

  @Column('boolean', { nullable: true })
  guardianImplicated: boolean | null;

  /** ISO 3166-1 alpha-2; XXA stateless, XXX unknown. */
  @Column('text', { nullable: true })
  nationality: string | null;

  /** BCP 47, the best one first. */
  @Column('text', { array: true, default: () => `'{}'` })
  languages: string[];

  /** ISCED 2011 level, 0 to 8. */
  @Column('integer', { nullable: true })
  education: number | null;

  @Column('text', { nullable: true })
  adminAreaCode: string | null;

  @Column('text', { nullable: true })
  addressText: string | null;

  @Column('text', { nullable: true })
  intakeSource: IntakeSource | null;

  /** Narrative of why somebody came: sealed, because it may tell what happened to them. */
  @SealedColumn({ nullable: true })
  presentingIssueSealed: string | null;

  @Column('boolean', { default: false })
  urgentConcern: boolean;

  @Column('text')
  status: PersonStatus;

  /** Names in every form in which somebody may search for them. */
  @Column('text')
  searchText: string;

  @Column('date')
  registeredOn: string;

  @Column('uuid')
  registeredBy: string;

  /** Set when a steward has found that this is another record of the same person. */
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
