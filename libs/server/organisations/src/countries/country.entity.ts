import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A country in which the node works or from which people come. */
@Entity('country')
export class Country {
  /** ISO 3166-1 alpha-2. */
  @PrimaryColumn('text')
  code: string;

  /** Name by language (BCP 47). */
  @Column('jsonb')
  names: Record<string, string>;

  /** IANA zone in which this country's days begin. */
  @Column('text')
  timeZone: string;

  /** ISO 4217. */
  @Column('text')
  currency: string;

  /** E.164 calling code, digits only. */
  @Column('text')
  callingCode: string;

  /** Below this age somebody is a child: age in doubt counts as under it. */
  @Column('integer', { default: 18 })
  ageOfMajority: number;
}
