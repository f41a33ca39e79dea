import { Component, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, certificatesOne, certificatesPdf, certificatesReinstate, certificatesRevoke, certificatesSuspend, type CertificateDto } from '@sampan/web-client';
import { action, Asking, DayPipe, Fact, Icon, LANGUAGES, PageHeader, ProblemNotice, Status, Summary, UserText, Waiting, type LanguageId } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { OwnLanguagePipe } from '../own-language';
import { CERTIFICATE_TONES } from '../states';

type Change = 'suspend' | 'reinstate' | 'revoke';
const OPERATIONS = { suspend: certificatesSuspend, reinstate: certificatesReinstate, revoke: certificatesRevoke } as const;
const CHANGES: Partial<Record<CertificateDto['state'], readonly Change[]>> = { issued: ['suspend', 'revoke'], suspended: ['reinstate', 'revoke'] };

/** One certificate: to print in the language that an employer reads, to suspend or to revoke. */
@Component({
  selector: 'sp-certificate-page',
  imports: [RouterLink, TranslocoPipe, DayPipe, Fact, Icon, OwnLanguagePipe, PageHeader, ProblemNotice, Status, Summary, UserText, Waiting],
  templateUrl: './certificate-page.html',
})
export class CertificatePage {
  readonly certificateId = input.required<string>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly tones = CERTIFICATE_TONES;
  protected readonly languages = LANGUAGES;
  protected readonly printing = signal<LanguageId | null>(null);
  protected readonly certificate = resource({ params: () => this.certificateId(), loader: ({ params }) => this.api.invoke(certificatesOne, { certificateId: params }) });

  protected changesOf({ state }: CertificateDto): readonly Change[] {
    return this.session.can('certificate.revoke') ? (CHANGES[state] ?? []) : [];
  }

  /** Saved under its number: neither the file's name nor the tab may name the holder. */
  protected readonly print = action(async ({ id, serial }: CertificateDto, language: LanguageId) => {
    this.printing.set(language);
    try {
      const file = URL.createObjectURL(await this.api.invoke(certificatesPdf, { certificateId: id, language }));
      Object.assign(document.createElement('a'), { href: file, download: `${serial}-${language}.pdf` }).click();
      URL.revokeObjectURL(file);
    } finally {
      this.printing.set(null);
    }
  });

  protected readonly change = action(async ({ id, version }: CertificateDto, change: Change) => {
    const heading = this.transloco.translate(`training.certificate.change.${change}`);
    const reason = await this.asking.reason({ heading, confirm: heading, danger: change === 'revoke', reason: this.transloco.translate('training.certificate.reason') });
    if (reason !== null) {
      this.certificate.set(await this.api.invoke(OPERATIONS[change], { certificateId: id, body: { reason, version } }));
    }
  });
}
