import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** For one supervisor: how often level-3 notes of a centre were opened in a week. The openings themselves are looked up. */
@Entity('opening_report')
@Unique(['centreId', 'weekFrom', 'supervisorId'])
@Index(['supervisorId', 'weekFrom'])
export class OpeningReport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('Centre')
  centreId: string;

  @Column('uuid')
  supervisorId: string;

  /** A Monday at the centre. */
  @DayColumn()
  weekFrom: string;

  /** The Sunday after it. */
  @DayColumn()
  weekTo: string;

  @Column('integer')
  openings: number;

  @MomentColumn()
  madeAt: Date;

  @MomentColumn({ nullable: true })
  acknowledgedAt: Date | null;
}
