import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, certificatesList } from '@sampan/web-client';
import { Column, DayPipe, PageHeader, pagedList, Status, Table, UserText } from '@sampan/web-kit';
import { OwnLanguagePipe } from '../own-language';
import { CERTIFICATE_TONES } from '../states';

/** Certificates within reach, latest first. */
@Component({
  selector: 'sp-certificates-page',
  imports: [RouterLink, TranslocoPipe, Column, DayPipe, OwnLanguagePipe, PageHeader, Status, Table, UserText],
  templateUrl: './certificates-page.html',
})
export class CertificatesPage {
  private readonly api = inject(Api);
  protected readonly tones = CERTIFICATE_TONES;
  protected readonly list = pagedList({ load: (page) => this.api.invoke(certificatesList, page) });
}
