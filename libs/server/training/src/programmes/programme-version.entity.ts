import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { MomentColumn } from '@sampan/kernel';
import { Programme } from './programme.entity';
import type { NamesByLanguage, ProgrammeVersionState } from './programme-version.rules';

/** What was approved once stays readable for ever: a certificate of 2024 means the programme of 2024. */
@Entity('programme_version')
@Unique(['programmeId', 'number'])
export class ProgrammeVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  programmeId: string;

  @ManyToOne(() => Programme)
  @JoinColumn({ name: 'programme_id' })
  readonly programme?: Programme;

  @Column('integer')
  number: number;

  @Column('text')
  state: ProgrammeVersionState;

  @Column('jsonb')
  names: NamesByLanguage;

  @Column('integer')
  hours: number;

  /** Four digits of ISCED-F 2013, such as 0714. */
  @Column('text')
  iscedField: string;

  /** Four-digit codes of ISCO-08; placement compares the first three. */
  @Column('text', { array: true })
  iscoOccupations: string[];

  @Column('text', { nullable: true })
  nationalLevel: string | null;

  /** ASEAN Qualifications Reference Framework, 1 to 8. */
  @Column('integer', { nullable: true })
  aqrfLevel: number | null;

  @Column('integer')
  minimumAttendancePercent: number;

  @Column('boolean')
  assessmentRequired: boolean;

  @Column('integer')
  missedSessionsUntilLeftEarly: number;

  /** Null when the certificate does not expire. */
  @Column('integer', { nullable: true })
  certificateValidMonths: number | null;

  @Column('uuid')
  writtenBy: string;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @MomentColumn()
  createdAt: Date;

  @VersionColumn()
  version: number;
}
