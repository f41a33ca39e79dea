import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Enrolment } from '../enrolments/enrolment.entity';
import type { CertificateState } from './certificate.rules';

/** Proof of a completed programme. What the public page tells is stored here, so that it never has to ask for a person. */
@Entity('certificate')
@Index(['personId'])
@Index(['centreId', 'issuedOn', 'id'])
@Index('certificate_one_in_force_uq', { synchronize: false })
export class Certificate {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('uuid')
  centreId: string;

  @Column('uuid')
  enrolmentId: string;

  @ManyToOne(() => Enrolment)
  @JoinColumn({ name: 'enrolment_id' })
  readonly enrolment?: Enrolment;

  @Column('text', { unique: true })
  serial: string;

  /** Random, so that nobody can walk from one certificate to the next. */
  @Column('text', { unique: true })
  token: string;

  @Column('text')
  state: CertificateState;

  /** Of the name at the time of issue. */
  @Column('text')
  initials: string;

  @DayColumn()
  issuedOn: string;

  @DayColumn({ nullable: true })
  validUntil: string | null;

  @Column('uuid')
  issuedBy: string;

  @Column('text', { nullable: true })
  stateReason: string | null;

  @MomentColumn()
  createdAt: Date;

  @VersionColumn()
  version: number;
}
