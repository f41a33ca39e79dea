import { DayColumn, MomentColumn, SealedColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Placement } from '../placements/placement.entity';
import type { IloIndicator } from './ilo-indicators.rules';
import type { ConcernSeverity, ConcernSource, ConcernState, ReportedBy } from './labour-concern.rules';

/** Something is wrong at somebody's work. Who said so is for the named handler alone. */
@Entity('labour_concern')
@Index(['centreId', 'id'])
@Index(['personId'])
export class LabourConcern {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne('Person')
  @JoinColumn({ name: 'person_id' })
  person?: object;

  @Column('uuid')
  centreId: string;

  @ManyToOne('Centre')
  @JoinColumn({ name: 'centre_id' })
  centre?: object;

  @Column('uuid', { nullable: true })
  placementId: string | null;

  @ManyToOne(() => Placement)
  @JoinColumn({ name: 'placement_id' })
  placement?: Placement;

  @Column('text')
  source: ConcernSource;

  /** `observation:<id>` or `placement:<id>`: what raised it by itself does so once. Null when somebody reported it. */
  @Column('text', { nullable: true, unique: true })
  raisedBy: string | null;

  @DayColumn()
  receivedOn: string;

  @Column('jsonb', { default: [] })
  indicators: IloIndicator[];

  /** Codes of what was wrong in the record of a job. */
  @Column('jsonb', { default: [] })
  worries: string[];

  @Column('boolean')
  treatAsMinor: boolean;

  @Column('text')
  severity: ConcernSeverity;

  @Column('text')
  state: ConcernState;

  @Column('uuid', { nullable: true })
  handlerId: string | null;

  @SealedColumn({ nullable: true })
  sealedWords: string | null;

  @Column('text', { nullable: true })
  reportedBy: ReportedBy | null;

  @SealedColumn({ nullable: true })
  sealedReporter: string | null;

  /** What came of it, or where it was referred to. */
  @Column('text', { nullable: true })
  outcome: string | null;

  @MomentColumn()
  changedAt: Date;

  @VersionColumn()
  version: number;
}
