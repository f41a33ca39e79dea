import { MomentColumn } from '@sampan/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** That somebody sees one person outside their reach, until a moment. Why is for the room that knows people. */
@Entity('reach_exception')
@Index(['userId', 'until'])
export class ReachException {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => User)
  userId: string;

  @Column('uuid')
  personId: string;

  /** The person's. */
  @Column('uuid')
  centreId: string;

  @MomentColumn()
  fromAt: Date;

  /** No longer at this very moment. */
  @MomentColumn()
  until: Date;
}
