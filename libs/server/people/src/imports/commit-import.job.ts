import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, type Viewer } from '@sampan/kernel';
import { RunsJob, type RunnableJob } from '@sampan/platform';
import { actingFor, COMMIT_IMPORT, Interrupted, type ImportCheckpoint, type ImportJob, type ImportJobInput } from './import-jobs';
import type { ImportRow } from './import-row.entity';
import { ImportRows } from './import-rows.service';
import type { Import } from './import.entity';
import type { RowOutcome } from './import.rules';
import { ImportsRepository } from './imports.repository';
import { lastRowOf, partsOf, type Part } from './parts';
import { readAhead } from './read-ahead';
import type { RowContext } from './read-row.rules';
import { RowCommit, type LookedUp } from './row-commit.service';

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
    let at = job.checkpoint ?? { row: 0, done: 0 };
    const parts = partsOf(at.row, lastRowOf(batch), CHUNK);
    for await (const found of readAhead(parts, (part) => this.lookAt(viewer, importId, part, context))) {
      at = await this.unitOfWork.run(() => this.write(job, viewer, batch, context, found, at));
    }
    await job.progress(batch.rowCount, batch.rowCount, at);
    await this.imports.change(importId, { state: 'committed', committedAt: batch.committedAt ?? this.clock.now() });
    return { counts: await this.imports.counts(importId) };
  }

  /** Somebody may have been registered since the dry run, so whoever was nobody else is compared anew. */
  private async lookAt(viewer: Viewer, importId: string, part: Part, context: RowContext): Promise<FoundPart> {
    const rows = await this.imports.between(importId, part, OPEN);
    const undecided = rows.filter(({ outcome, decision }) => outcome !== 'duplicate' && decision === null);
    return { part, rows, undecided: await this.rowCommit.lookAt(viewer, undecided, context) };
  }

  private async write(job: ImportJob, viewer: Viewer, batch: Import, context: RowContext, { part, rows, undecided }: FoundPart, at: ImportCheckpoint): Promise<ImportCheckpoint> {
    if (job.signal.aborted) {
      throw new Interrupted();
    }
    // First those who are nobody else: somebody later in the file may have been found to be one of them.
    await this.rowCommit.commitUndecided(viewer, batch, part, undecided, context);
    for (const decided of rows.filter(({ decision }) => decision !== null)) {
      await this.rowCommit.commit(viewer, batch, decided, context);
    }
    const reached = { row: part.upTo, done: at.done + rows.length };
    await job.progress(reached.done, batch.rowCount, reached);
    return reached;
  }
}

interface FoundPart {
  readonly part: Part;
  readonly rows: readonly ImportRow[];
  readonly undecided: readonly LookedUp[];
}
