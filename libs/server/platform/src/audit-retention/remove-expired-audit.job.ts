import { Injectable } from '@nestjs/common';
import { RunsJob, type RunnableJob, type RunningJob } from '../jobs/runs-job';
import { AuditKeeping } from './audit-keeping';

/** Every night. Whole batches only, so that what stays can still be checked; the removal is recorded and sealed like any deed. */
@Injectable()
@RunsJob({ kind: 'audit.remove-expired', cron: '40 18 * * *' })
export class RemoveExpiredAudit implements RunnableJob {
  constructor(private readonly keeping: AuditKeeping) {}

  async run({ viewer, signal, progress }: RunningJob): Promise<Record<string, unknown>> {
    let batches = 0;
    for (let removed = -1; removed !== 0 && !signal.aborted; ) {
      removed = await this.keeping.removeExpired(viewer);
      batches += removed;
      await progress(batches, batches);
    }
    return { batches };
  }
}
