import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Cohort } from '../cohorts/cohort.entity';
import type { SessionState } from './session.rules';

/** One meeting of a cohort. Its version is also the version of its register. */
@Entity('training_session')
@Index(['cohortId', 'sessionOn', 'startsAt'])
@Index(['centreId', 'sessionOn', 'startsAt'])
export class TrainingSession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  centreId: string;

  @Column('uuid')
  cohortId: string;

  @ManyToOne(() => Cohort)
  @JoinColumn({ name: 'cohort_id' })
  readonly cohort?: Cohort;

  @Column('text')
  state: SessionState;

  @DayColumn()
  sessionOn: string;

  /** `HH:MM` by the centre's wall clock. */
  @Column('text')
  startsAt: string;

  @Column('text')
  endsAt: string;

  @Column('text', { nullable: true })
  room: string | null;

  @Column('uuid', { nullable: true })
  instructorId: string | null;

  @Column('text', { nullable: true })
  topic: string | null;

  @MomentColumn({ nullable: true })
  registerTakenAt: Date | null;

  @Column('uuid', { nullable: true })
  registerTakenBy: string | null;

  @VersionColumn()
  version: number;
}
