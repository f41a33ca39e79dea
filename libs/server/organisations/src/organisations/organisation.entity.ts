import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A ministry, a foundation, an operator of centres. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  country: string;
}
