import { Injectable } from '@nestjs/common';
import { RunsJob, type RunnableJob, type RunningJob } from '../jobs/runs-job';
import { AuditSealing, type Sealed, type SealingRun } from './audit-sealing';

/** Four times an hour: what is older than that and not yet sealed could still be changed unseen by whoever owns the database. */
@Injectable()
@RunsJob({ kind: 'audit.seal', cron: '*/15 * * * *' })
export class SealAudit implements RunnableJob {
  constructor(private readonly sealing: AuditSealing) {}

  /** Each step is a transaction of its own and takes up where the former ended: run again, it seals what is left. */
  async run({ signal, progress }: RunningJob): Promise<Record<string, unknown>> {
    let [entries, seals] = [0, 0];
    let former: SealingRun | null = null;
    for (let leftOver = true; leftOver && !signal.aborted; ) {
      const sealed: Sealed = await this.sealing.seal(undefined, former);
      entries += sealed.entries;
      seals += sealed.seals;
      leftOver = sealed.leftOver;
      former = sealed.run;
      await progress(entries, leftOver ? entries + 1 : entries);
    }
    return { entries, seals };
  }
}
