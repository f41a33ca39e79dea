import { Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, openingReportsAcknowledge, openingReportsOpen } from '@sampan/web-client';
import { action, Column, DayPipe, MomentPipe, PageHeader, plainRows, ProblemNotice, Status, Table, UserText, Waiting } from '@sampan/web-kit';

/** Who opened which level-3 note in a week, and why; read by the supervisor, who says so. */
@Component({
  selector: 'sp-opening-report-page',
  imports: [RouterLink, TranslocoPipe, Column, DayPipe, MomentPipe, PageHeader, ProblemNotice, Status, Table, UserText, Waiting],
  templateUrl: './opening-report-page.html',
})
export class OpeningReportPage {
  readonly reportId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly report = resource({ params: () => ({ reportId: this.reportId() }), loader: ({ params }) => this.api.invoke(openingReportsOpen, params) });
  protected readonly lines = plainRows(() => (this.report.hasValue() ? this.report.value().lines : []));
  protected readonly acknowledge = action(async () => {
    await this.api.invoke(openingReportsAcknowledge, { reportId: this.reportId() });
    this.report.reload();
  });
}
