import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Employer } from './employer.entity';
import type { VettingState } from './vetting.rules';

/** Every turn in an employer's vetting, with who and why. Never changed. */
@Entity('vetting_decision')
@Index(['employerId', 'decidedAt'])
export class VettingDecision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer)
  @JoinColumn({ name: 'employer_id' })
  employer?: Employer;

  @Column('uuid')
  centreId: string;

  /** What was asked for; null for a block or the reopening of one. */
  @Column('uuid', { nullable: true })
  proposedBy: string | null;

  @Column('uuid')
  decidedBy: string;

  @Column('boolean')
  approved: boolean;

  /** The state after it. */
  @Column('text')
  state: VettingState;

  @DayColumn({ nullable: true })
  validUntil: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @MomentColumn()
  decidedAt: Date;
}
