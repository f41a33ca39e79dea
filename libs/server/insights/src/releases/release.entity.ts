import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Breach } from '../disclosure/attack.rules';
import type { DisclosurePolicy } from '../disclosure/table';
import type { CountedCentre } from '../facts/scope';
import type { ReleaseState } from './release.rules';

/** What the disclosure check did to one table, and whether it held. Counts of cells only. */
export interface CheckedTable {
  readonly family: string;
  readonly year: string;
  readonly printed: number;
  readonly below: number;
  readonly hidden: number;
  readonly attacked: number;
  readonly breaches: readonly Breach[];
}

/** All that is published about one country up to the end of one quarter. */
@Entity('release')
@Index(['country', 'requestedAt'])
@Index('release_one_at_work_ix', { synchronize: false })
@Index('release_one_published_ix', { synchronize: false })
export class Release {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  country: string;

  @Column('text')
  quarter: string;

  /** Facts after this day do not exist for it. */
  @DayColumn()
  cutOff: string;

  @Column('text')
  state: ReleaseState;

  @Column('jsonb')
  centres: readonly CountedCentre[];

  @Column('jsonb')
  policy: DisclosurePolicy;

  @Column('jsonb', { nullable: true })
  checkedTables: readonly CheckedTable[] | null;

  @Column('uuid')
  jobId: string;

  @Column('uuid')
  requestedBy: string;

  @MomentColumn()
  requestedAt: Date;

  @MomentColumn({ nullable: true })
  computedAt: Date | null;

  @MomentColumn({ nullable: true })
  checkedAt: Date | null;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @MomentColumn({ nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  @MomentColumn({ nullable: true })
  publishedAt: Date | null;

  @MomentColumn({ nullable: true })
  supersededAt: Date | null;

  @VersionColumn()
  version: number;
}
