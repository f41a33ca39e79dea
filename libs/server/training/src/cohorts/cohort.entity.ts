import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Programme } from '../programmes/programme.entity';
import { ProgrammeVersion } from '../programmes/programme-version.entity';
import type { CohortState } from './cohort.rules';

/** One group of trainees going through a programme together at one centre. */
@Entity('cohort')
@Unique(['centreId', 'code'])
@Index(['centreId', 'startsOn', 'id'])
export class Cohort {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  centreId: string;

  @ManyToOne('Centre')
  @JoinColumn({ name: 'centre_id' })
  readonly centre?: unknown;

  @Column('uuid')
  programmeId: string;

  @ManyToOne(() => Programme)
  @JoinColumn({ name: 'programme_id' })
  readonly programme?: Programme;

  @Column('uuid')
  programmeVersionId: string;

  @ManyToOne(() => ProgrammeVersion)
  @JoinColumn({ name: 'programme_version_id' })
  readonly programmeVersion?: ProgrammeVersion;

  @Column('text')
  code: string;

  @Column('text')
  state: CohortState;

  @Column('integer')
  places: number;

  /** Counted by a guarded UPDATE before each enrolment, so that two cannot take the last place. */
  @Column('integer', { default: 0 })
  taken: number;

  @DayColumn()
  startsOn: string;

  @DayColumn()
  plannedEndOn: string;

  /** Closed to new trainees from this day on. */
  @DayColumn()
  enrolmentClosesOn: string;

  @MomentColumn()
  createdAt: Date;

  @VersionColumn()
  version: number;
}
