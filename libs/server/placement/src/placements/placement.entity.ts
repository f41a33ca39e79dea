import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Vacancy } from '../vacancies/vacancy.entity';
import { Employer } from '../employers/employer.entity';
import { VacancyApplication } from '../applications/vacancy-application.entity';
import { MoneyColumn } from '../wages/money.column';
import type { WagePeriod } from '../wages/wage.rules';
import type { EndReason, PassportHolder, PlacementKind, PlacementSource, PlacementState } from './placement.rules';
import type { RecruitmentCost } from './recruitment-cost.rules';

/** A job that a person was sent to by the centre, or has found. What is seen later are observations, never changes here. */
@Entity('placement')
@Index(['centreId', 'id'])
@Index(['personId'])
@Index(['employerId'])
export class Placement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne('Person')
  @JoinColumn({ name: 'person_id' })
  person?: object;

  @Column('uuid')
  centreId: string;

  @ManyToOne('Centre')
  @JoinColumn({ name: 'centre_id' })
  centre?: object;

  /** The centre's country on the day of the record: across which border the job is, is judged from here. */
  @Column('text')
  homeCountry: string;

  @Column('text')
  source: PlacementSource;

  @Column('text')
  kind: PlacementKind;

  @Column('uuid', { nullable: true })
  employerId: string | null;

  @ManyToOne(() => Employer)
  @JoinColumn({ name: 'employer_id' })
  employer?: Employer;

  /** For a recorded job whose employer has no file. */
  @Column('text', { nullable: true })
  employerName: string | null;

  @Column('uuid', { nullable: true })
  vacancyId: string | null;

  @ManyToOne(() => Vacancy)
  @JoinColumn({ name: 'vacancy_id' })
  vacancy?: Vacancy;

  @Column('uuid', { nullable: true, unique: true })
  applicationId: string | null;

  @ManyToOne(() => VacancyApplication)
  @JoinColumn({ name: 'application_id' })
  application?: VacancyApplication;

  @Column('text')
  title: string;

  /** ISCO-08. */
  @Column('text', { nullable: true })
  occupation: string | null;

  @Column('text')
  country: string;

  @Column('text', { nullable: true })
  place: string | null;

  @MoneyColumn({ nullable: true })
  wageAmount: number | null;

  @Column('text', { nullable: true })
  wageCurrency: string | null;

  @Column('text', { nullable: true })
  wagePeriod: WagePeriod | null;

  /** What was promised, per month; what is paid is compared with it. */
  @MoneyColumn({ nullable: true })
  wageMonthly: number | null;

  @Column('integer', { nullable: true })
  hoursPerWeek: number | null;

  @Column('boolean')
  hasWrittenContract: boolean;

  @Column('uuid', { nullable: true })
  contractFileId: string | null;

  @Column('text', { nullable: true })
  contractLanguage: string | null;

  @Column('boolean', { default: false })
  contractUnderstood: boolean;

  @Column('text', { nullable: true })
  passportHolder: PassportHolder | null;

  @Column('jsonb', { default: [] })
  costs: RecruitmentCost[];

  @Column('text', { nullable: true })
  costCurrency: string | null;

  @Column('text')
  state: PlacementState;

  @DayColumn({ nullable: true })
  startedOn: string | null;

  @DayColumn({ nullable: true })
  endedOn: string | null;

  @Column('text', { nullable: true })
  endReason: EndReason | null;

  @Column('uuid')
  createdBy: string;

  @MomentColumn()
  createdAt: Date;

  @VersionColumn()
  version: number;
}
