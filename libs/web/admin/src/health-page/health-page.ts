import { Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, healthReportShow, type HealthReportDto } from '@sampan/web-client';
import { MomentPipe, Notice, PageHeader, Status, type Tone, Waiting } from '@sampan/web-kit';

type State = HealthReportDto['state'];

const TONES: Readonly<Record<State, Tone>> = { fine: 'good', look: 'warn', act: 'bad' };
const GIGABYTE = 1_000_000_000;

/** How the node is, in words that need no engineer: what is measured, whether it is fine, and what to do. */
@Component({
  selector: 'sp-health-page',
  imports: [RouterLink, TranslocoPipe, MomentPipe, Notice, PageHeader, Status, Waiting],
  templateUrl: './health-page.html',
})
export class HealthPage {
  private readonly api = inject(Api);
  protected readonly report = resource({ loader: () => this.api.invoke(healthReportShow) });
  protected readonly tones = TONES;

  /** The figures that the sentences are filled with. */
  protected figures(report: HealthReportDto): Record<string, string | number> {
    return {
      ms: report.databaseMs, free: Math.round(report.diskFreeBytes / GIGABYTE), percent: report.diskFreePercent, waiting: report.waiting, minutes: Math.round(report.oldestWaitingSeconds / 60),
      letters: report.deadLetters, days: report.daysSinceBackup ?? 0, seconds: report.clockSeconds, version: report.version,
    };
  }

  /** A backup that there never was needs other words than an old one. */
  protected key(topic: string, state: State, report: HealthReportDto): string {
    return `admin.health.${topic}.${topic === 'backup' && report.daysSinceBackup === null ? 'never' : state}`;
  }
}
