import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { AgreedWith } from '../plans/plan.rules';
import type { CaseSource, CaseStage, ClosureOutcome, ClosureReason, RejectionReason } from './case.rules';

/**
 * What is done for one person, by one organisation. The stage is written together with the facts it is derived from
 * (`stageOf`) and never by itself, so that the bar on the page cannot lie.
 */
@Entity('case_file')
@Unique(['number'])
@Index(['centreId', 'stage'])
@Index(['personId'])
@Index('case_file_one_open_ix', { synchronize: false })
@Index('case_file_centre_opened_ix', { synchronize: false })
@Index('case_file_centre_open_ix', { synchronize: false })
export class Case {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId: string;

  @Column('uuid')
  @ForeignKey('Centre')
  centreId: string;

  @Column('uuid')
  @ForeignKey('Organisation')
  organisationId: string;

  @Column('text')
  number: string;

  @Column('text')
  stage: CaseStage;

  @Column('text')
  source: CaseSource;

  /** The accepted flag that opened the case. */
  @Column('uuid', { nullable: true })
  flagId: string | null;

  @Column('text', { nullable: true })
  presentingIssue: string | null;

  @Column('text', { nullable: true })
  urgentConcern: string | null;

  /** Nobody: the case waits in the supervisor's queue. */
  @Column('uuid', { nullable: true })
  ownerId: string | null;

  @Column('uuid')
  openedBy: string;

  @MomentColumn()
  openedAt: Date;

  @MomentColumn({ nullable: true })
  intakeRecordedAt: Date | null;

  @MomentColumn({ nullable: true })
  assessedAt: Date | null;

  @MomentColumn({ nullable: true })
  planAgreedAt: Date | null;

  @DayColumn({ nullable: true })
  planAgreedOn: string | null;

  @Column('text', { nullable: true })
  planAgreedWith: AgreedWith | null;

  @MomentColumn({ nullable: true })
  closureRequestedAt: Date | null;

  @Column('text', { nullable: true })
  closureReason: ClosureReason | null;

  @Column('text', { nullable: true })
  closureOutcome: ClosureOutcome | null;

  @MomentColumn({ nullable: true })
  closedAt: Date | null;

  @MomentColumn({ nullable: true })
  reopenedAt: Date | null;

  @Column('text', { nullable: true })
  reopeningReason: string | null;

  @MomentColumn({ nullable: true })
  rejectedAt: Date | null;

  @Column('text', { nullable: true })
  rejectionReason: RejectionReason | null;

  @VersionColumn()
  version: number;
}
