import { SealedColumn } from '@sampan/kernel';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** The key that an authenticator app shares with us. `app_user.second_factor_since` says whether it is in force. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid')
  userId: string;

  @OneToOne(() => User)
  @JoinColumn({ name: 'user_id' })
  user?: User;

  @SealedColumn()
  secret: string;

  /** The time step of the latest accepted code: no code is accepted twice. */
  @Column('integer', { default: 0 })
  lastStep: number;

  @Column('timestamptz')
  createdAt: Date;
}
