import { DayColumn, MomentColumn, SealedColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ClosingOutcome, FlagState, ReviewAction } from './flag.rules';
import type { OfferOfHelp } from './offers-of-help.rules';

/** One decision of a person on a flag, with the reason. Rows are only ever added. */
@Entity('risk_flag_review')
@Index(['flagId', 'reviewedAt'])
@Index(['reviewerId', 'reviewedAt'])
export class FlagReview {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  flagId: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  action: ReviewAction;

  @Column('text')
  fromState: FlagState;

  @Column('text')
  toState: FlagState;

  /** Encrypted: a reason tells about a person. */
  @SealedColumn({ nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  offerOfHelp: OfferOfHelp | null;

  @Column('text', { nullable: true })
  outcome: ClosingOutcome | null;

  @DayColumn({ nullable: true })
  deferredUntil: string | null;

  @Column('uuid')
  scoreId: string;

  @Column('uuid')
  reviewerId: string;

  @MomentColumn()
  reviewedAt: Date;
}
