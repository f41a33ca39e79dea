import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { Case } from '../cases/case.entity';
import { Goal } from './goal.entity';
import type { StepOwner, StepState } from './plan.rules';

/** One thing that somebody does by a day, towards a goal. */
@Entity('case_step')
@Index(['caseId'])
@Index('case_step_open_ix', { synchronize: false })
export class Step {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Goal)
  goalId: string;

  @Column('uuid')
  @ForeignKey(() => Case)
  caseId: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  text: string;

  @Column('text')
  owner: StepOwner;

  /** The worker who does it, or who asks after it when the person does it. */
  @Column('uuid')
  workerId: string;

  @DayColumn()
  dueOn: string;

  @Column('text')
  state: StepState;

  @Column('uuid')
  createdBy: string;

  @MomentColumn()
  createdAt: Date;

  @MomentColumn({ nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('text', { nullable: true })
  dropReason: string | null;

  @VersionColumn()
  version: number;
}
