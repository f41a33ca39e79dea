import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { Case } from '../cases/case.entity';
import type { TaskKind, TaskState } from './task.rules';

/** Something to be done for a person. News of other rooms keeps one open task per source, however often it is heard. */
@Entity('case_task')
@Index(['caseId'])
@Index(['personId'])
@Index('case_task_open_ix', { synchronize: false })
@Index('case_task_one_open_ix', { synchronize: false })
export class Task {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId: string;

  @Column('uuid')
  @ForeignKey('Centre')
  centreId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Case)
  caseId: string | null;

  @Column('text')
  kind: TaskKind;

  /** In a worker's own words; null where the kind says it all. */
  @Column('text', { nullable: true })
  title: string | null;

  /** What the kind needs to be weighed: a flag's tier, a concern's severity, how many checks were missed in a row. */
  @Column('text', { nullable: true })
  detail: string | null;

  @DayColumn()
  dueOn: string;

  /** Nobody: the task waits in the supervisor's queue. */
  @Column('uuid', { nullable: true })
  assigneeId: string | null;

  @Column('text')
  state: TaskState;

  /** The flag, concern or follow-up that made the task. */
  @Column('uuid', { nullable: true })
  sourceId: string | null;

  @Column('uuid')
  createdBy: string;

  @MomentColumn()
  createdAt: Date;

  @MomentColumn({ nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('text', { nullable: true })
  cancelReason: string | null;

  @VersionColumn()
  version: number;
}
