import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import type { EnrolmentWithCohort } from '../enrolments/enrolments.repository';
import type { CertificateQuery } from './certificate.dto';
import { Certificate } from './certificate.entity';
import type { CertificateState } from './certificate.rules';

const PAGE_SIZE = 25;
const IN_FORCE: readonly CertificateState[] = ['draft', 'issued', 'suspended'];

export type CertificateWithEnrolment = Certificate & { readonly enrolment: EnrolmentWithCohort };

@Injectable()
export class CertificatesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<CertificateWithEnrolment | null> {
    return this.within(viewer).andWhere('certificate.id = :id', { id }).getOne() as Promise<CertificateWithEnrolment | null>;
  }

  findToChange(viewer: Viewer, id: string): Promise<CertificateWithEnrolment | null> {
    return this.within(viewer)
      .andWhere('certificate.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['certificate'])
      .getOne() as Promise<CertificateWithEnrolment | null>;
  }

  /** Without a viewer: whoever holds the code holds the paper. */
  findByToken(token: string): Promise<CertificateWithEnrolment | null> {
    return this.joined().where('certificate.token = :token', { token }).getOne() as Promise<CertificateWithEnrolment | null>;
  }

  isOneInForce(enrolmentId: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(Certificate, { enrolmentId, state: In([...IN_FORCE]) });
  }

  /** Latest first. `records`: those of the person whose certificates are asked for. */
  async list(viewer: Viewer, { cursor, limit = PAGE_SIZE, personId, cohortId }: CertificateQuery, records: readonly string[]): Promise<Page<CertificateWithEnrolment>> {
    const position = decodeCursor(cursor, 'day', 'id');
    const back = position?.direction === 'previous';
    const query = this.within(viewer)
      .orderBy('certificate.issuedOn', back ? 'ASC' : 'DESC')
      .addOrderBy('certificate.id', back ? 'ASC' : 'DESC')
      .limit(limit + 1);
    if (personId) {
      query.andWhere('certificate.personId = ANY(:records)', { records: [...records] });
    }
    if (cohortId) {
      query.andWhere('enrolment.cohortId = :cohortId', { cohortId });
    }
    if (position) {
      const [issuedOn, lastId] = position.key;
      query.andWhere(
        new Brackets((where) =>
          where
            .where(`certificate.issuedOn ${back ? '>' : '<'} :issuedOn`, { issuedOn })
            .orWhere(`certificate.issuedOn = :issuedOn AND certificate.id ${back ? '>' : '<'} :lastId`, { lastId }),
        ),
      );
    }
    return toPage((await query.getMany()) as CertificateWithEnrolment[], limit, position, (row) => [row.issuedOn, row.id], (row) => row);
  }

  /** The row stays locked until the end of the transaction, so that no number is given twice and none is lost to a rival. */
  async nextNumber(country: string, year: string): Promise<number> {
    const [{ number }] = (await this.unitOfWork.manager.query(
      `INSERT INTO certificate_serial AS serial (country, year, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (country, year) DO UPDATE SET last_number = serial.last_number + 1
       RETURNING last_number AS number`,
      [country, year],
    )) as [{ number: number }];
    return number;
  }

  async add(certificate: Omit<Certificate, 'enrolment' | 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(Certificate, certificate);
  }

  async change(id: string, change: Pick<Certificate, 'state' | 'stateReason'>): Promise<void> {
    await this.unitOfWork.manager.update(Certificate, { id }, change);
  }

  private within(viewer: Viewer): SelectQueryBuilder<Certificate> {
    return limitToReach(this.joined(), viewer, { centre: 'certificate.centreId', person: 'certificate.personId' });
  }

  private joined(): SelectQueryBuilder<Certificate> {
    return this.unitOfWork.manager
      .createQueryBuilder(Certificate, 'certificate')
      .innerJoinAndSelect('certificate.enrolment', 'enrolment')
      .innerJoinAndSelect('enrolment.cohort', 'cohort')
      .innerJoinAndSelect('cohort.programme', 'programme')
      .innerJoinAndSelect('cohort.programmeVersion', 'programmeVersion');
  }
}
