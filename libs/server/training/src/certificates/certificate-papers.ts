import { Injectable } from '@nestjs/common';
import { Config, notFound, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People } from '@sampan/people';
import { Audit, Documents } from '@sampan/platform';
import { toString as qrCode } from 'qrcode';
import { PROGRAMME_LANGUAGES, type ProgrammeLanguage } from '../programmes/programme-version.rules';
import { certificatePage } from './certificate-paper';
import { tokenToType } from './certificate.rules';
import { CertificatesRepository, type CertificateWithEnrolment } from './certificates.repository';
import { paperFonts } from './paper-fonts';

/** The certificate as somebody holds it: a PDF with a picture to scan and a code to type. */
@Injectable()
export class CertificatePapers {
  constructor(
    private readonly certificates: CertificatesRepository,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly documents: Documents,
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** Only what is in force is printed: paper cannot be called back. */
  async print(viewer: Viewer, id: string, language?: ProgrammeLanguage): Promise<Buffer> {
    const html = await this.unitOfWork.run(async () => {
      const certificate = await this.certificates.find(viewer, id);
      if (!certificate) {
        throw notFound('CERTIFICATE_NOT_FOUND', 'The certificate');
      }
      if (certificate.state !== 'issued') {
        throw ruleBroken('CERTIFICATE_NOT_IN_FORCE', 'Only a certificate that is in force can be printed.');
      }
      const { personId, centreId } = certificate;
      await this.audit.record(viewer, { action: 'certificate.printed', subjectType: 'certificate', subjectId: id, personId, centreId });
      return this.page(viewer, certificate, language);
    });
    return this.documents.pdf(html, { format: 'A4', landscape: true });
  }

  private async page(viewer: Viewer, certificate: CertificateWithEnrolment, asked?: ProgrammeLanguage): Promise<string> {
    const person = await this.people.getSummary(viewer, certificate.personId);
    const centre = await this.centres.get(viewer, certificate.centreId);
    const { programmeVersion } = certificate.enrolment.cohort;
    const language = asked ?? PROGRAMME_LANGUAGES.find((known) => known === centre.languages[0]) ?? 'en';
    const publicPage = `${this.config.publicUrl}/verify`;
    const paper = {
      language,
      holder: person.fullName,
      holderLatin: person.latinName,
      programme: programmeVersion.names[language],
      hours: programmeVersion.hours,
      issuer: centre.name,
      issuedOn: certificate.issuedOn,
      validUntil: certificate.validUntil,
      serial: certificate.serial,
      codeToType: tokenToType(certificate.token),
      typeAt: publicPage.replace(/^https?:\/\//, ''),
      qr: await qrCode(`${publicPage}/${certificate.token}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
    };
    return certificatePage(paper, paperFonts());
  }
}
