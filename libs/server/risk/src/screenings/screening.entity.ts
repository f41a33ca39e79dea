import { DayColumn, MomentColumn, SealedColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RatedItem } from '../score-cards/score-card.rules';
import type { BandCode } from '../score-cards/tier.rules';
import type { OfferFinding } from './screening.rules';

/** A filled instrument. Never changed: a correction is another screening. */
@Entity('screening')
@Index(['personId', 'screenedOn'])
export class Screening {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  instrumentId: string;

  @DayColumn()
  screenedOn: string;

  @Column('jsonb')
  ratings: readonly RatedItem[];

  /** The evidence by item and the worker's reasons, encrypted: people tell more than a code. */
  @SealedColumn()
  narrative: string;

  @Column('text')
  offerFinding: OfferFinding;

  @Column('text', { nullable: true })
  ownLevel: BandCode | null;

  /** What the card said when this was recorded. */
  @Column('uuid')
  scoreId: string;

  @Column('uuid')
  recordedBy: string;

  @MomentColumn()
  recordedAt: Date;
}
