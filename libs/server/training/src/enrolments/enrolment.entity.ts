import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Cohort } from '../cohorts/cohort.entity';
import type { EnrolmentState, EvidenceKind, Exclusion, LeavingReasonCode } from './enrolment.rules';

/** One person in one cohort, from the form to how it ended. */
@Entity('enrolment')
@Index(['cohortId'])
@Index(['personId'])
@Index(['centreId', 'registeredOn', 'id'])
@Index('enrolment_one_open_per_person_uq', { synchronize: false })
@Index('enrolment_left_early_ix', { synchronize: false })
export class Enrolment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne('Person')
  @JoinColumn({ name: 'person_id' })
  readonly person?: unknown;

  @Column('uuid')
  centreId: string;

  @Column('uuid')
  cohortId: string;

  @ManyToOne(() => Cohort)
  @JoinColumn({ name: 'cohort_id' })
  readonly cohort?: Cohort;

  @Column('text')
  state: EnrolmentState;

  @DayColumn()
  registeredOn: string;

  /** The first attended session; null while nobody has seen the trainee in class. */
  @DayColumn({ nullable: true })
  enteredOn: string | null;

  @DayColumn({ nullable: true })
  exitedOn: string | null;

  @Column('text', { nullable: true })
  leavingReason: LeavingReasonCode | null;

  @Column('text', { nullable: true })
  exclusion: Exclusion | null;

  @Column('text', { nullable: true })
  evidence: EvidenceKind | null;

  @Column('integer', { default: 0 })
  consecutiveMissed: number;

  /** When the registers said so; staff then confirm it with a reason, or the trainee comes back and it clears. */
  @DayColumn({ nullable: true })
  leftEarlySuspectedOn: string | null;

  @Column('boolean', { nullable: true })
  assessmentPassed: boolean | null;

  @DayColumn({ nullable: true })
  assessedOn: string | null;

  @MomentColumn()
  createdAt: Date;

  @VersionColumn()
  version: number;
}
