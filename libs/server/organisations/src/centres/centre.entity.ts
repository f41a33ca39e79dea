import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
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

  @Column('text')
  name: string;

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
}
