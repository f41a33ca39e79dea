import { DayColumn } from '@sampan/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A ministry, a foundation, an operator of centres. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  country: string;

  /** Its records stay; nothing new begins there. */
  @DayColumn({ nullable: true })
  closedOn: string | null;

  @VersionColumn({ default: 1 })
  version: number;
}
