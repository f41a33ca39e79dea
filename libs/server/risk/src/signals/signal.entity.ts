import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One dated fact from another room. The same news heard twice is one row. */
@Entity('risk_signal')
@Unique('risk_signal_one_per_news_uq', ['personId', 'kind', 'sourceType', 'sourceId', 'magnitude'])
@Index(['personId', 'kind', 'thread'])
@Index('risk_signal_to_expire_ix', { synchronize: false })
export class RiskSignal {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  kind: string;

  @Column('uuid')
  thread: string;

  @Column('uuid')
  episode: string;

  @Column('integer')
  magnitude: number;

  @DayColumn()
  happenedOn: string;

  @DayColumn()
  expiresOn: string;

  @Column('text')
  sourceType: string;

  @Column('uuid')
  sourceId: string;

  @MomentColumn()
  recordedAt: Date;

  /** When the daily job took it out of the score; what counts is decided by `expiresOn` alone. */
  @MomentColumn({ nullable: true })
  expiredAt: Date | null;
}
