import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Employer } from './employer.entity';
import type { CheckResult, VettingCheckKind } from './vetting.rules';

/** What somebody looked at, found and can show. Never changed; the newest of a kind counts. */
@Entity('vetting_check')
@Index(['employerId', 'createdAt'])
export class VettingCheck {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  employerId: string;

  @ManyToOne(() => Employer)
  @JoinColumn({ name: 'employer_id' })
  employer?: Employer;

  @Column('uuid')
  centreId: string;

  @Column('text')
  kind: VettingCheckKind;

  @Column('text')
  result: CheckResult;

  @Column('text')
  evidence: string;

  @DayColumn()
  checkedOn: string;

  @Column('uuid')
  checkedBy: string;

  @MomentColumn()
  createdAt: Date;
}
