import { MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { OutcomeDimension } from '../assessments/outcome-scale.rules';
import { Case } from '../cases/case.entity';

/** What the person wants to reach, in their words, and the dimension of the outcome scale that it answers. */
@Entity('case_goal')
@Index(['caseId'])
export class Goal {
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

  @Column('text', { nullable: true })
  dimension: OutcomeDimension | null;

  @Column('text')
  text: string;

  @Column('uuid')
  createdBy: string;

  @MomentColumn()
  createdAt: Date;
}
