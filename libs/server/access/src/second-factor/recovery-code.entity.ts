import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** One of ten codes on paper, for the day the telephone is lost. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid')
  userId: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** Of 80 random bits: nobody tries out candidates. */
  @PrimaryColumn('text')
  codeHash: string;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
