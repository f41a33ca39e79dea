import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JobState } from './job.rules';

/** Long work with progress, which may be left alone and ends in a notification. */
@Entity('job')
@Index(['requestedBy', 'createdAt'])
export class Job {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  @Column('text')
  state: JobState;

  @Column('integer', { default: 0 })
  done: number;

  /** Null until the job knows how much there is. */
  @Column('integer', { nullable: true })
  total: number | null;

  @Column('jsonb')
  input: object;

  /** Where to go on after a crash; the job writes it in the same transaction as the work that it stands for. */
  @Column('jsonb', { nullable: true })
  checkpoint: object | null;

  @Column('jsonb', { nullable: true })
  result: object | null;

  @Column('text', { nullable: true })
  failureCode: string | null;

  @Column('uuid')
  requestedBy: string;

  @Column('uuid', { array: true })
  centreIds: string[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
