import { Injectable } from '@nestjs/common';
import { notFound, systemViewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import type { VerifiedCertificateDto } from './certificate.dto';
import { readToken, statusOn } from './certificate.rules';
import { CertificatesRepository } from './certificates.repository';

/** What anybody may learn about a certificate whose code they hold. It never opens a person. */
@Injectable()
export class CertificateCheck {
  constructor(
    private readonly certificates: CertificatesRepository,
    private readonly centres: Centres,
  ) {}

  async verify(typed: string): Promise<VerifiedCertificateDto> {
    const token = readToken(typed);
    const certificate = token === null ? null : await this.certificates.findByToken(token);
    // A draft has never been handed out, so nobody can hold its code.
    if (!certificate || certificate.state === 'draft') {
      throw notFound('CERTIFICATE_NOT_FOUND', 'The certificate');
    }
    const { centreId } = certificate;
    const { name } = await this.centres.get(systemViewer('certificate check', [centreId]), centreId);
    return {
      programmeNames: certificate.enrolment.cohort.programmeVersion.names,
      issuedOn: certificate.issuedOn,
      status: statusOn(certificate, await this.centres.todayAt(centreId)),
      issuer: name,
      initials: certificate.initials,
    };
  }
}
