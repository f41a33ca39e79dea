import { MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type BackupOutcome = 'running' | 'done' | 'incomplete' | 'failed';

/** That a backup or a restore was made, for the administrator's health page. */
@Entity('backup_run')
@Index(['startedAt'])
export class BackupRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: 'backup' | 'restore';

  @MomentColumn()
  startedAt: Date;

  @MomentColumn({ nullable: true })
  finishedAt: Date | null;

  @Column('text')
  outcome: BackupOutcome;

  /** Of the archive. */
  @Column('bigint', { nullable: true })
  bytes: string | null;

  @Column('bigint', { nullable: true })
  rows: string | null;

  @Column('integer', { nullable: true })
  files: number | null;

  /** The class of what went wrong. */
  @Column('text', { nullable: true })
  failure: string | null;
}
