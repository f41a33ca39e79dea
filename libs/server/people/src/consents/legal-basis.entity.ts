import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentPurpose, LegalBasis as Basis } from './consent.rules';

/** On what ground a purpose rests in a country. Data, because laws and operators differ; without a row it is consent. */
@Entity('legal_basis')
export class LegalBasisOfPurpose {
  @PrimaryColumn('text')
  country: string;

  @PrimaryColumn('text')
  purpose: ConsentPurpose;

  @Column('text')
  basis: Basis;

  @Column('text')
  law: string;
}
