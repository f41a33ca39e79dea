import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ScoreFact } from '../score-cards/score-card.rules';
import type { BandCode, Tier } from '../score-cards/tier.rules';

/** What a card said on a day. Never changed and never made again with another card. */
@Entity('risk_score')
@Index(['personId', 'scoredAt'])
export class RiskScore {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  cardId: string;

  @MomentColumn()
  scoredAt: Date;

  @DayColumn()
  scoredOn: string;

  @Column('integer')
  points: number;

  @Column('integer')
  low: number;

  @Column('integer')
  high: number;

  @Column('text')
  band: BandCode;

  @Column('text')
  lowBand: BandCode;

  @Column('text')
  highBand: BandCode;

  @Column('text', { nullable: true })
  tier: Tier | null;

  @Column('jsonb')
  facts: readonly ScoreFact[];

  /** Codes of the items that nobody has answered. */
  @Column('text', { array: true })
  unknown: readonly string[];
}
