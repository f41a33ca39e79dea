import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A province or district: ISO 3166-2 where there is a code. Areas split and merge, so each has its years. */
@Entity('admin_area')
@Index(['country', 'level'])
export class AdminArea {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  country: string;

  /** 1 = province, 2 = district. */
  @Column('integer')
  level: number;

  @Column('text', { nullable: true })
  parentCode: string | null;

  @Column('jsonb')
  names: Record<string, string>;

  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column('date', { nullable: true })
  validTo: string | null;
}
