import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import type { EmployerKind, VettingOutcome, VettingState } from './vetting.rules';

/** Somebody who offers work, or an agency in between, and how far the centre trusts them. */
@Entity('employer')
@Index(['centreId', 'name', 'id'])
export class Employer {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  centreId: string;

  @ManyToOne('Centre')
  @JoinColumn({ name: 'centre_id' })
  centre?: object;

  @Column({ type: 'text', collation: 'und-x-icu' })
  name: string;

  @Column('text')
  kind: EmployerKind;

  @Column('text')
  country: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  registrationNumber: string | null;

  @Column('text', { nullable: true })
  licenceNumber: string | null;

  @Column('text', { nullable: true })
  contactName: string | null;

  @Column('text', { nullable: true })
  contactPhone: string | null;

  @Column('text')
  vettingState: VettingState;

  /** The last day of a clearance. */
  @DayColumn({ nullable: true })
  validUntil: string | null;

  @Column('text', { nullable: true })
  conditions: string | null;

  @Column('text', { nullable: true })
  blockedReason: string | null;

  @Column('text', { nullable: true })
  proposedOutcome: VettingOutcome | null;

  @DayColumn({ nullable: true })
  proposedValidUntil: string | null;

  @Column('text', { nullable: true })
  proposedConditions: string | null;

  /** Never the one who decides. */
  @Column('uuid', { nullable: true })
  proposedBy: string | null;

  @MomentColumn({ nullable: true })
  proposedAt: Date | null;

  @Column('uuid')
  createdBy: string;

  @MomentColumn()
  createdAt: Date;

  @VersionColumn()
  version: number;
}
