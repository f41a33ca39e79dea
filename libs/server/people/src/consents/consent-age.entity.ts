import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From which age somebody consents alone, and from which together with a guardian, in a country. */
@Entity('consent_age')
export class ConsentAge {
  @PrimaryColumn('text')
  country: string;

  @Column('integer')
  aloneFrom: number;

  @Column('integer')
  togetherFrom: number;

  @Column('text')
  law: string;
}
