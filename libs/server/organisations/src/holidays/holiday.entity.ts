import { DayColumn } from '@sampan/kernel';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { HolidayKind } from './holiday.rules';

/** A day on which a country or one centre rests, or works although others rest. One row for one day of a country or centre. */
@Entity('holiday')
@Index(['country', 'day'])
@Index('holiday_one_a_day_ix', { synchronize: false })
export class Holiday {
  @PrimaryColumn('uuid')
  id: string;

  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country: string;

  /** Null: for the whole country. */
  @Column('uuid', { nullable: true })
  centreId: string | null;

  @DayColumn()
  day: string;

  @Column('text')
  kind: HolidayKind;

  /** Name by language (BCP 47); English at least. */
  @Column('jsonb')
  names: Record<string, string>;

  /** Follows the moon or a decree still to come: look again before you plan on it. */
  @Column('boolean', { default: false })
  provisional: boolean;

  /** Where the day is written down. */
  @Column('text', { nullable: true })
  source: string | null;

  /** Taken out by an administrator; kept, so that the seeded days do not come back. */
  @Column('boolean', { default: false })
  removed: boolean;

  @VersionColumn()
  version: number;
}
