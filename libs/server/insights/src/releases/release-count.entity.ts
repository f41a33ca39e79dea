import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Dimension, PopulationKey } from '../indicators/populations';
import { Release } from './release.entity';

/** Exact counts, for the builder only: nothing that answers a request reads this table. */
@Entity('release_count')
export class ReleaseCount {
  @PrimaryColumn('uuid')
  releaseId: string;

  @ManyToOne(() => Release)
  @JoinColumn({ name: 'release_id' })
  release?: Release;

  @PrimaryColumn('text')
  population: PopulationKey;

  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('text')
  dimension: Dimension;

  @PrimaryColumn('text')
  category: string;

  @Column('jsonb')
  outcomes: Record<string, number>;

  @Column('integer')
  people: number;

  @Column('integer')
  due: number;

  @Column('integer')
  total: number;
}
