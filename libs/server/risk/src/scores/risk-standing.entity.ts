import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person stands: the last score, and what a reviewer has weighed already. Its row is the lock of an evaluation. */
@Entity('risk_standing')
export class RiskStanding {
  @PrimaryColumn('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('integer')
  evaluations: number;

  @Column('uuid', { nullable: true })
  scoreId: string | null;

  @Column('text', { array: true })
  weighed: readonly string[];
}
