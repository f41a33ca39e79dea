import { Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, openingReportsList } from '@sampan/web-client';
import { DayPipe, Empty, NumberPipe, PageHeader, Status, Waiting } from '@sampan/web-kit';

/** The weekly reports of opened level-3 notes, for the supervisor whom they are for. */
@Component({
  selector: 'sp-opening-reports-page',
  imports: [RouterLink, TranslocoPipe, DayPipe, Empty, NumberPipe, PageHeader, Status, Waiting],
  template: `
    <sp-page-header [heading]="'casework.title.openingReports' | transloco"><p class="sp-soft">{{ 'casework.openingReports.intro' | transloco }}</p></sp-page-header>
    @if (reports.hasValue()) {
      <ul class="sp-list sp-card">
        @for (report of reports.value(); track report.id) {
          <li class="sp-row sp-row--apart">
            <span>
              <a [routerLink]="['/casework/opening-reports', report.id]">{{ 'casework.openingReports.week' | transloco: { from: (report.weekFrom | spDay), to: (report.weekTo | spDay) } }}</a>
              <span class="sp-hint">{{ report.centreName }} · {{ 'casework.openingReports.count' | transloco: { count: (report.openings | spNumber) } }}</span>
            </span>
            <sp-status [tone]="report.acknowledgedAt ? 'good' : 'warn'">{{ (report.acknowledgedAt ? 'casework.openingReports.read' : 'casework.openingReports.unread') | transloco }}</sp-status>
          </li>
        } @empty {
          <li><sp-empty [text]="'casework.openingReports.none' | transloco" icon="list" /></li>
        }
      </ul>
    } @else {
      <sp-waiting [for]="reports" />
    }
  `,
})
export class OpeningReportsPage {
  private readonly api = inject(Api);
  protected readonly reports = resource({ loader: () => this.api.invoke(openingReportsList) });
}
