import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Employer } from '../employers/employer.entity';
import { MoneyColumn } from '../wages/money.column';
import type { WagePeriod } from '../wages/wage.rules';
import type { ComputedItem, OfferAnswers, OfferItem, ScreenOutcome } from './offer-screen.rules';
import type { VacancyKind, VacancyState } from './vacancy.rules';

/** Work that an employer offers to people of the centre. */
@Entity('vacancy')
@Index(['centreId', 'id'])
@Index(['employerId'])
export class Vacancy {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  centreId: string;

  @ManyToOne('Centre')
  @JoinColumn({ name: 'centre_id' })
  centre?: object;

  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer)
  @JoinColumn({ name: 'employer_id' })
  employer?: Employer;

  /** The agency in between, which is an employer's file of its own. */
  @Column('uuid', { nullable: true })
  agencyId: string | null;

  @ManyToOne(() => Employer)
  @JoinColumn({ name: 'agency_id' })
  agency?: Employer;

  @Column('text')
  title: string;

  @Column('text')
  kind: VacancyKind;

  /** ISCO-08, as many digits as are known. */
  @Column('text')
  occupation: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text')
  country: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('integer')
  places: number;

  @Column('integer', { default: 0 })
  taken: number;

  @MoneyColumn()
  wageAmount: number;

  @Column('text')
  wageCurrency: string;

  @Column('text')
  wagePeriod: WagePeriod;

  /** Null for piece work. */
  @MoneyColumn({ nullable: true })
  wageMonthly: number | null;

  @Column('integer', { nullable: true })
  hoursPerWeek: number | null;

  /** Usual for the occupation and place, per month and in the currency of the wage, with where the number comes from. */
  @MoneyColumn({ nullable: true })
  usualMonthly: number | null;

  @Column('text', { nullable: true })
  usualSource: string | null;

  @MoneyColumn({ nullable: true })
  legalMinimumMonthly: number | null;

  @Column('text')
  state: VacancyState;

  @DayColumn({ nullable: true })
  closesOn: string | null;

  @Column('jsonb', { nullable: true })
  screenAnswers: OfferAnswers | null;

  @Column('text', { nullable: true })
  screenOutcome: ScreenOutcome | null;

  @Column('jsonb', { nullable: true })
  screenSigns: (OfferItem | ComputedItem)[] | null;

  @Column('uuid', { nullable: true })
  screenedBy: string | null;

  @MomentColumn({ nullable: true })
  screenedAt: Date | null;

  @Column('uuid')
  createdBy: string;

  @MomentColumn()
  createdAt: Date;

  @VersionColumn()
  version: number;
}
