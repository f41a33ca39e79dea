import { Injectable } from '@nestjs/common';
import { Centres } from '@sampan/organisations';
import { RunsJob, type RunnableJob, type RunningJob } from '@sampan/platform';
import { OpeningReports } from './opening-reports.service';

/** Every day at three in the morning of the region: on Mondays it finds a finished week, and after an outage what was missed. */
@Injectable()
@RunsJob({ kind: 'cases.report-openings', cron: '15 20 * * *' })
export class ReportOpenings implements RunnableJob {
  constructor(
    private readonly reports: OpeningReports,
    private readonly centres: Centres,
  ) {}

  async run({ signal, progress }: RunningJob): Promise<Record<string, unknown>> {
    const centreIds = await this.centres.allIds();
    let reports = 0;
    for (const [done, centreId] of centreIds.entries()) {
      if (signal.aborted) {
        break;
      }
      reports += await this.reports.makeFor(centreId);
      await progress(done + 1, centreIds.length);
    }
    return { reports };
  }
}
