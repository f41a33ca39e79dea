import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@sampan/kernel';
import { RunsJob, type RunnableJob } from '@sampan/platform';
import { actingFor, COMMIT_IMPORT, Interrupted, type ImportCheckpoint, type ImportJob, type ImportJobInput } from './import-jobs';
import { ImportRows } from './import-rows.service';
import type { RowOutcome } from './import.rules';
import { ImportsRepository } from './imports.repository';
import { RowCommit } from './row-commit.service';

const CHUNK = 100;
const OPEN: readonly RowOutcome[] = ['to-create', 'to-update', 'duplicate'];

/**
 * Makes people of rows, some at a time. The rows, their outcome and how far the job is are one transaction, and a person
 * made of a row has the row's id: a crash loses nothing and repeats nothing.
 */
@Injectable()
@RunsJob({ kind: COMMIT_IMPORT })
export class CommitImport implements RunnableJob<ImportJobInput, ImportCheckpoint> {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRows,
    private readonly rowCommit: RowCommit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(job: ImportJob): Promise<Record<string, unknown>> {
    const viewer = actingFor(job);
    const { importId } = job.input;
    const batch = await this.imports.find(viewer, importId);
    if (!batch || batch.state !== 'committing') {
      return { skipped: true };
    }
    const context = await this.rows.contextOf(batch);
    let at: ImportCheckpoint | null = job.checkpoint ?? { row: 0, done: 0 };
    while (at) {
      at = await this.unitOfWork.run(async () => {
        if (job.signal.aborted) {
          throw new Interrupted();
        }
        const { row, done } = at as ImportCheckpoint;
        const rows = await this.imports.next(importId, row, OPEN, CHUNK);
        // First those who are nobody else: somebody later in the file may have been found to be one of them.
        await this.rowCommit.commitUndecided(viewer, batch, rows.filter(({ outcome, decision }) => outcome !== 'duplicate' && decision === null), context);
        for (const decided of rows.filter(({ decision }) => decision !== null)) {
          await this.rowCommit.commit(viewer, batch, decided, context);
        }
        const last = rows.at(-1);
        const reached = last ? { row: last.rowNumber, done: done + rows.length } : null;
        await job.progress(reached?.done ?? batch.rowCount, batch.rowCount, reached ?? { row, done });
        return reached;
      });
    }
    await this.imports.change(importId, { state: 'committed', committedAt: batch.committedAt ?? this.clock.now() });
    return { counts: await this.imports.counts(importId) };
  }
}
