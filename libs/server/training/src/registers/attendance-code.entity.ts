import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NamesByLanguage } from '../programmes/programme-version.rules';

/** What may stand in a register, as data. A code that was used is never changed, only joined by another. */
@Entity('attendance_code')
export class AttendanceCode {
  @PrimaryColumn('text')
  code: string;

  /** The key of the keyboard that marks it. */
  @Column('text', { unique: true })
  markKey: string;

  @Column('integer')
  position: number;

  @Column('boolean')
  countsAsPresent: boolean;

  @Column('boolean')
  countsAsMissed: boolean;

  @Column('jsonb')
  names: NamesByLanguage;
}
