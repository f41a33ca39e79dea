import { DayColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Organisation } from '../organisations/organisation.entity';

/** A place that enrols, trains and helps. Scope, time zone and country of everything else come from here. */
@Entity('centre')
@Index(['organisationId'])
export class Centre {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id' })
  organisation?: Organisation;

  /** As it stands on its sign and its papers. */
  @Column('text')
  name: string;

  /** The name in other languages (BCP 47), where there is one. */
  @Column('jsonb', { default: {} })
  names: Record<string, string>;

  @Column('text')
  country: string;

  @Column('text')
  timeZone: string;

  /** The province in which it stands. */
  @Column('text', { nullable: true })
  adminAreaCode: string | null;

  /** Languages in which it works, the first one for its papers. */
  @Column('text', { array: true })
  languages: string[];

  @Column('text', { nullable: true })
  address: string | null;

  /** Its records stay; nothing new begins there. */
  @DayColumn({ nullable: true })
  closedOn: string | null;

  @VersionColumn({ default: 1 })
  version: number;
}
