import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { BandCode, Tier } from '../score-cards/tier.rules';
import type { ClosingOutcome, FlagState } from './flag.rules';
import type { OfferOfHelp } from './offers-of-help.rules';

/** A request to a person to look, and to offer help. It does nothing by itself. */
@Entity('risk_flag')
@Index(['centreId', 'respondBy', 'id'])
@Index(['personId'])
@Index('risk_flag_one_undecided_uq', { synchronize: false })
export class Flag {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  state: FlagState;

  @Column('text')
  tier: Tier;

  /** The score as it is now. */
  @Column('uuid')
  scoreId: string;

  /** The score at the raising or the last review: what changed since is told against it. */
  @Column('uuid')
  sinceScoreId: string;

  /** Set when the worker's own level, not the card, asks for the tier. */
  @Column('text', { nullable: true })
  ownLevel: BandCode | null;

  @MomentColumn()
  raisedAt: Date;

  /** The last day on which an answer is in time; of a deferred flag, the day on which it comes back. */
  @DayColumn()
  respondBy: string;

  @DayColumn({ nullable: true })
  deferredUntil: string | null;

  @Column('text', { nullable: true })
  offerOfHelp: OfferOfHelp | null;

  @Column('text', { nullable: true })
  outcome: ClosingOutcome | null;

  @MomentColumn({ nullable: true })
  decidedAt: Date | null;

  @VersionColumn()
  version: number;
}
