import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given out, by centre and year. Counted up in the transaction that issues, so that no number is used twice. */
@Entity('certificate_serial')
export class CertificateSerial {
  @PrimaryColumn('uuid')
  centreId: string;

  @PrimaryColumn('text')
  year: string;

  @Column('integer')
  lastNumber: number;
}
