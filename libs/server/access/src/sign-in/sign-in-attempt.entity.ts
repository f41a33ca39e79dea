import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins per e-mail address (as a keyed hash): counted for addresses that exist and for those that do not. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn('text')
  emailHash: string;

  @Column('integer')
  failures: number;

  @Column('timestamptz')
  lastFailedAt: Date;
}
