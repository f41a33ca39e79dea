import { Component, inject, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, healthReportShow } from '@sampan/web-client';
import { MomentPipe, Notice, PageHeader, Waiting } from '@sampan/web-kit';
import { HealthLines, TONES } from './health-lines';

/** How the node is, in words that need no engineer: what is measured, whether it is fine, and what to do. */
@Component({
  selector: 'sp-health-page',
  imports: [TranslocoPipe, HealthLines, MomentPipe, Notice, PageHeader, Waiting],
  templateUrl: './health-page.html',
})
export class HealthPage {
  private readonly api = inject(Api);
  protected readonly report = resource({ loader: () => this.api.invoke(healthReportShow) });
  protected readonly tones = TONES;
}
