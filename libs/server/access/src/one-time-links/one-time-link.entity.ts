import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity';

/** Lets whoever holds it choose the password of one account, once. The token is known here only by its hash. */
@Entity('one_time_link')
@Unique(['tokenHash'])
@Index(['userId'])
export class OneTimeLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  tokenHash: string;

  @Column('uuid')
  userId: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** The administrator who handed it over. */
  @Column('uuid')
  madeBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
