import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Case } from '../cases/case.entity';
import type { OutcomeOccasion, OutcomeReasons, OutcomeScores } from './outcome-scale.rules';

/** The ten dimensions of one person's life as a worker saw them on one day. */
@Entity('outcome_assessment')
@Index(['caseId', 'recordedAt'])
export class Assessment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Case)
  caseId: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('text')
  occasion: OutcomeOccasion;

  @DayColumn()
  observedOn: string;

  @Column('jsonb')
  scores: OutcomeScores;

  /** Why a low score has no goal, by dimension. */
  @Column('jsonb')
  reasons: OutcomeReasons;

  @Column('uuid')
  recordedBy: string;

  @MomentColumn()
  recordedAt: Date;
}
