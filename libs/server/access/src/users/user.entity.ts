import type { Reach } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { RoleCode } from '../roles/roles.data';

/** Somebody who works with the product. `user` is a word of SQL, hence the table's name. */
@Entity('app_user')
@Unique(['email'])
@Index(['centreId'])
export class User {
  @PrimaryColumn('uuid')
  id: string;

  /** Lower case. */
  @Column('text')
  email: string;

  @Column('text')
  displayName: string;

  /** argon2id. */
  @Column('text')
  passwordHash: string;

  @Column('text', { array: true })
  roles: RoleCode[];

  @Column('text')
  reach: Reach;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('uuid', { nullable: true })
  centreId: string | null;

  /** BCP 47; the language that the product speaks to this user. */
  @Column('text', { default: 'en' })
  locale: string;

  @Column('boolean', { default: true })
  active: boolean;

  /** Since when signing in takes a second step; null: it does not. */
  @Column('timestamptz', { nullable: true })
  secondFactorSince: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;
}
