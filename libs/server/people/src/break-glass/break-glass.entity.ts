import { MomentColumn, SealedColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BreakGlassReason, ReviewVerdict } from './break-glass.rules';

/** That somebody opened a file outside their reach for a while, why, and what was found when it was reviewed. Never deleted. */
@Entity('break_glass')
@Index(['centreId', 'askedAt'])
@Index(['userId', 'askedAt'])
@Index(['personId'])
export class BreakGlass {
  /** Also the id of the exception that `access` keeps. */
  @PrimaryColumn('uuid')
  id: string;

  /** Without a foreign key: what was done stays known when the person's record is gone. */
  @Column('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('uuid')
  userId: string;

  @Column('text')
  reasonKind: BreakGlassReason;

  /** May tell what happened to the person. */
  @SealedColumn()
  reasonSealed: string;

  @MomentColumn()
  askedAt: Date;

  /** The planned end; the real one where it was ended early. */
  @MomentColumn()
  until: Date;

  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Column('uuid', { nullable: true })
  reviewedBy: string | null;

  @MomentColumn({ nullable: true })
  reviewedAt: Date | null;

  @Column('text', { nullable: true })
  verdict: ReviewVerdict | null;
}
