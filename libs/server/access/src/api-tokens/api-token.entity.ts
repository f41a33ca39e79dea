import type { Permission } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity';

/** A machine's way in, in the name of a user and never with more than that user may do. Known here only by its hash. */
@Entity('api_token')
@Unique(['tokenHash'])
@Index(['userId'])
export class ApiToken {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  tokenHash: string;

  @Column('uuid')
  userId: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'user_id' })
  user?: User;

  /** What it is for, in the maker's words. */
  @Column('text')
  name: string;

  @Column('text', { array: true })
  scope: Permission[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
