import { Injectable } from '@nestjs/common';
import { systemViewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { RunsJob, type RunnableJob, type RunningJob } from '@sampan/platform';
import { Deferrals } from '../flags/deferrals.service';
import { SignalsService } from '../signals/signals.service';

/** Once a day, when it is night in the region: what has run out stops counting, and what was put off comes back. */
@RunsJob({ kind: 'risk.daily', cron: '30 18 * * *' })
@Injectable()
export class DailyRiskJob implements RunnableJob {
  constructor(
    private readonly signals: SignalsService,
    private readonly deferrals: Deferrals,
    private readonly centres: Centres,
  ) {}

  /** Safe to run again: what was done is marked, person by person. */
  async run({ signal, progress }: RunningJob): Promise<Record<string, unknown>> {
    const centreIds = await this.centres.allIds();
    let [people, flags] = [0, 0];
    for (const [done, centreId] of centreIds.entries()) {
      const viewer = systemViewer('risk daily', [centreId]);
      people += await this.signals.expire(viewer, centreId, () => !signal.aborted);
      flags += await this.deferrals.end(viewer, centreId, () => !signal.aborted);
      await progress(done + 1, centreIds.length);
    }
    return { people, flags };
  }
}
