import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, conflict, Events, newId, notFound, UnitOfWork, whyNotMove, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { initialsOf, People, Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { EnrolmentPresenter } from '../enrolments/enrolment-presenter';
import type { TraineeDto } from '../enrolments/enrolment.dto';
import { EnrolmentsRepository, type EnrolmentWithCohort } from '../enrolments/enrolments.repository';
import type { CertificateDto, CertificateQuery, ChangeCertificateDto, IssueCertificateDto } from './certificate.dto';
import { CertificateIssued } from './certificate.events';
import { CERTIFICATE_TRANSITIONS, serialOf, TOKEN_BYTES, tokenOf, tokenToType, validUntilOf, whyNotCertify, type CertificateState } from './certificate.rules';
import { CertificatesRepository, type CertificateWithEnrolment } from './certificates.repository';

@Injectable()
export class CertificatesService {
  constructor(
    private readonly certificates: CertificatesRepository,
    private readonly enrolments: EnrolmentsRepository,
    private readonly present: EnrolmentPresenter,
    private readonly people: People,
    private readonly timeline: Timeline,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: CertificateQuery): Promise<Page<CertificateDto>> {
    const records = query.personId ? await this.people.recordsOf(query.personId) : [];
    const page = await this.certificates.list(viewer, query, records);
    const trainees = await this.present.trainees(viewer, page.items.map(({ personId }) => personId));
    const items = page.items.flatMap((certificate) => {
      const trainee = trainees.get(certificate.personId);
      return trainee ? [toCertificateDto(certificate, trainee)] : [];
    });
    return { ...page, items };
  }

  async get(viewer: Viewer, id: string): Promise<CertificateDto> {
    const certificate = found(await this.certificates.find(viewer, id));
    const trainee = (await this.present.trainees(viewer, [certificate.personId])).get(certificate.personId);
    return toCertificateDto(certificate, found(trainee ?? null));
  }

  issue(viewer: Viewer, { id = newId(), enrolmentId }: IssueCertificateDto): Promise<CertificateDto> {
    return this.unitOfWork.run(async () => {
      if (await this.certificates.find(viewer, id)) {
        return this.get(viewer, id);
      }
      const enrolment = await this.enrolments.findToChange(viewer, enrolmentId);
      if (!enrolment) {
        throw notFound('ENROLMENT_NOT_FOUND', 'The enrolment');
      }
      const refusal = whyNotCertify(enrolment.state);
      if (refusal) {
        throw refusal;
      }
      if (await this.certificates.isOneInForce(enrolmentId)) {
        throw conflict('CERTIFICATE_IN_FORCE', 'This trainee already has a certificate of this programme. Revoke it first.');
      }

      await this.add(viewer, id, enrolment);
      return this.get(viewer, id);
    });
  }

  /** Suspend, reinstate or revoke; the public page tells it at once. */
  move(viewer: Viewer, id: string, to: CertificateState, { reason, version }: ChangeCertificateDto): Promise<CertificateDto> {
    return this.unitOfWork.run(async () => {
      const certificate = found(await this.certificates.findToChange(viewer, id));
      assertVersion(certificate, version, { state: to });
      const refusal = whyNotMove(CERTIFICATE_TRANSITIONS, certificate.state, to);
      if (refusal) {
        throw refusal;
      }

      const kind = to === 'issued' ? 'reinstated' : to;
      await this.certificates.change(id, { state: to, stateReason: reason });
      await this.record(viewer, `certificate.${kind}`, certificate);
      await this.tell(certificate, `training.certificate-${kind}`, certificate.enrolment);
      return this.get(viewer, id);
    });
  }

  private async add(viewer: Viewer, id: string, enrolment: EnrolmentWithCohort): Promise<void> {
    const { personId, centreId, cohort } = enrolment;
    const person = await this.people.getSummary(viewer, personId);
    const issuedOn = await this.centres.todayAt(centreId);
    const country = await this.centres.countryOf(centreId);
    const year = issuedOn.slice(0, 4);
    const certificate = {
      id,
      personId,
      centreId,
      enrolmentId: enrolment.id,
      serial: serialOf(country, year, await this.certificates.nextNumber(country, year)),
      token: tokenOf(randomBytes(TOKEN_BYTES)),
      state: 'issued' as const,
      initials: initialsOf(person.latinName ?? person.fullName),
      issuedOn,
      validUntil: validUntilOf(issuedOn, cohort.programmeVersion.certificateValidMonths),
      issuedBy: viewer.userId,
      stateReason: null,
      createdAt: this.clock.now(),
    };
    await this.certificates.add(certificate);
    await this.record(viewer, 'certificate.issued', certificate);
    await this.tell(certificate, 'training.certificate-issued', enrolment);
    await this.events.announce(new CertificateIssued(personId, centreId, id, cohort.programme.code));
  }

  private tell({ id, personId, centreId }: Owned, kind: string, { cohort }: EnrolmentWithCohort): Promise<void> {
    return this.timeline.append({
      personId,
      centreId,
      at: this.clock.now(),
      kind,
      fact: 'fact.identity',
      data: { programme: cohort.programmeVersion.names },
      sourceType: 'certificate',
      sourceId: id,
    });
  }

  private record(viewer: Viewer, action: string, { id, personId, centreId }: Owned): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'certificate', subjectId: id, personId, centreId });
  }
}

type Owned = Pick<CertificateWithEnrolment, 'id' | 'personId' | 'centreId'>;

const found = <T>(row: T | null): T => {
  if (row === null) {
    throw notFound('CERTIFICATE_NOT_FOUND', 'The certificate');
  }
  return row;
};

const toCertificateDto = (certificate: CertificateWithEnrolment, trainee: TraineeDto): CertificateDto => ({
  id: certificate.id,
  enrolmentId: certificate.enrolmentId,
  trainee,
  programmeNames: certificate.enrolment.cohort.programmeVersion.names,
  serial: certificate.serial,
  codeToType: tokenToType(certificate.token),
  state: certificate.state,
  issuedOn: certificate.issuedOn,
  validUntil: certificate.validUntil,
  stateReason: certificate.stateReason,
  version: certificate.version,
});
