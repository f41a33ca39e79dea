import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { MomentColumn } from '@sampan/kernel';
import { Enrolment } from '../enrolments/enrolment.entity';
import { TrainingSession } from '../sessions/training-session.entity';
import { AttendanceCode } from './attendance-code.entity';

/** One mark: this trainee at this session. */
@Entity('attendance_record')
@Unique(['sessionId', 'enrolmentId'])
@Index(['enrolmentId'])
@Index(['personId'])
export class AttendanceRecord {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('uuid')
  sessionId: string;

  @ManyToOne(() => TrainingSession)
  @JoinColumn({ name: 'session_id' })
  readonly session?: TrainingSession;

  @Column('uuid')
  enrolmentId: string;

  @ManyToOne(() => Enrolment)
  @JoinColumn({ name: 'enrolment_id' })
  readonly enrolment?: Enrolment;

  @Column('text')
  code: string;

  @ManyToOne(() => AttendanceCode)
  @JoinColumn({ name: 'code' })
  readonly attendanceCode?: AttendanceCode;

  /** The news that this session was missed goes out once, however often the register is corrected. */
  @Column('boolean', { default: false })
  missedAnnounced: boolean;

  @Column('uuid')
  markedBy: string;

  @MomentColumn()
  markedAt: Date;
}
