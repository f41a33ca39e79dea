import { MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Case } from '../cases/case.entity';
import type { ApprovalState } from './approval.rules';

/** A worker's request to a supervisor, and what was answered. */
@Entity('case_approval')
@Index(['caseId'])
@Index('case_approval_requested_ix', { synchronize: false })
export class Approval {
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
  subject: 'closure';

  @Column('text')
  state: ApprovalState;

  @Column('uuid')
  requestedBy: string;

  @MomentColumn()
  requestedAt: Date;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @MomentColumn({ nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  comment: string | null;
}
