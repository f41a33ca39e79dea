import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given out, by country and year. Counted up in the transaction that issues, so that no number is used twice. */
@Entity('certificate_serial')
export class CertificateSerial {
  @PrimaryColumn('text')
  country: string;

  @PrimaryColumn('text')
  year: string;

  @Column('integer')
  lastNumber: number;
}
