import { DayColumn, MomentColumn, SealedColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { FollowUp } from './follow-up.entity';
import { Placement } from '../placements/placement.entity';
import type { IloIndicator } from '../concerns/ilo-indicators.rules';
import { MoneyColumn } from '../wages/money.column';
import type { WagePeriod } from '../wages/wage.rules';
import type { Employment, EvidenceType } from './observation.rules';

/** What was true of somebody's work on one day, and how we know. Never changed; retention is read from the series. */
@Entity('observation')
@Index(['placementId', 'observedOn'])
@Index(['personId'])
export class Observation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  placementId: string;

  @ManyToOne(() => Placement)
  @JoinColumn({ name: 'placement_id' })
  placement?: Placement;

  @Column('uuid')
  personId: string;

  @ManyToOne('Person')
  @JoinColumn({ name: 'person_id' })
  person?: object;

  @Column('uuid')
  centreId: string;

  /** Null when somebody told us outside a check. */
  @Column('uuid', { nullable: true })
  followUpId: string | null;

  @ManyToOne(() => FollowUp)
  @JoinColumn({ name: 'follow_up_id' })
  followUp?: FollowUp;

  @DayColumn()
  observedOn: string;

  @Column('text')
  employment: Employment;

  @Column('boolean', { nullable: true })
  sameEmployer: boolean | null;

  @Column('text')
  evidence: EvidenceType;

  @Column('boolean')
  verified: boolean;

  @MoneyColumn({ nullable: true })
  wageAmount: number | null;

  @Column('text', { nullable: true })
  wageCurrency: string | null;

  @Column('text', { nullable: true })
  wagePeriod: WagePeriod | null;

  @MoneyColumn({ nullable: true })
  wageMonthly: number | null;

  /** Null when it cannot be compared. */
  @Column('boolean', { nullable: true })
  belowPromise: boolean | null;

  @Column('integer', { nullable: true })
  hoursPerWeek: number | null;

  @Column('jsonb', { default: [] })
  indicators: IloIndicator[];

  /** The person's words, sealed: they may tell of exploitation. */
  @SealedColumn({ nullable: true })
  sealedWords: string | null;

  @Column('uuid')
  recordedBy: string;

  @MomentColumn()
  createdAt: Date;
}
