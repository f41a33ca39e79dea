import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity';

/** Between the first and the second step of signing in. */
@Entity('pending_sign_in')
@Unique(['tokenHash'])
@Index(['userId'])
export class PendingSignIn {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  tokenHash: string;

  @Column('uuid')
  userId: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @Column('timestamptz')
  endsAt: Date;
}
