import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { IndicatorCode } from '../indicators/indicator-list';
import type { Dimension } from '../indicators/populations';
import type { IndicatorNumbers } from '../indicators/release-values.rules';
import { Release } from './release.entity';

/** The place behind a category: one centre, or several that are too small to stand alone. */
export interface ReleasedPlace {
  readonly level: 'centre' | 'province' | 'country';
  readonly name: string | null;
  readonly province: string | null;
  readonly centres: number;
}

/** One number as it is published, with what belongs to it. The only table that the ministry reads. */
@Entity('release_value')
export class ReleaseValue {
  @PrimaryColumn('uuid')
  releaseId: string;

  @ManyToOne(() => Release)
  @JoinColumn({ name: 'release_id' })
  release?: Release;

  @PrimaryColumn('text')
  indicator: string;

  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('text')
  dimension: Dimension;

  @PrimaryColumn('text')
  category: string;

  @Column('text')
  code: IndicatorCode;

  @Column('integer')
  definitionVersion: number;

  @Column('boolean')
  mature: boolean;

  @Column('jsonb')
  numbers: IndicatorNumbers;

  @Column('jsonb', { nullable: true })
  place: ReleasedPlace | null;

  @MomentColumn()
  computedAt: Date;

  @DayColumn()
  cutOff: string;
}
