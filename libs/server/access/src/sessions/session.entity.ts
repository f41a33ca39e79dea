import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SecondStep } from '../second-factor/second-factor.rules';
import { User } from '../users/user.entity';

/** One sign-in on one device. The cookie's token is known here only by its hash. */
@Entity('session')
@Unique(['tokenHash'])
@Index(['userId'])
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  tokenHash: string;

  @Column('text')
  csrfToken: string;

  @Column('uuid')
  userId: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastUsedAt: Date;

  /** Signed out however busy. */
  @Column('timestamptz')
  endsAt: Date;

  /** Locked on a shared tablet: the user's password opens it again. */
  @Column('timestamptz', { nullable: true })
  lockedAt: Date | null;

  /** How the second step of signing in was taken. */
  @Column('text', { default: 'none' })
  secondStep: SecondStep;

  /** "Chrome"; null when it did not say. */
  @Column('text', { nullable: true })
  browser: string | null;

  /** "Android"; null when it did not say. */
  @Column('text', { nullable: true })
  system: string | null;

  /** The network, not the house. */
  @Column('text', { nullable: true })
  address: string | null;
}
