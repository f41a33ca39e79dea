import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, type Viewer } from '@sampan/kernel';
import { RunsJob, type RunnableJob } from '@sampan/platform';
import { actingFor, COMMIT_IMPORT, Interrupted, type ImportJob, type ImportJobInput } from './import-jobs';
import type { ImportRow } from './import-row.entity';
import { ImportRows } from './import-rows.service';
import type { Import } from './import.entity';
import type { RowOutcome } from './import.rules';
import { ImportsRepository } from './imports.repository';
import { lastRowOf, partsOf, type Part } from './parts';
import { readAhead } from './read-ahead';
import type { RowContext } from './read-row.rules';
import { RowCommit, type LookedUp } from './row-commit.service';
import { sharedAmong } from './shared-among';

const CHUNK = 100;
/** While the database writes one part, the process prepares another. */
const WRITERS = 2;
const OPEN: readonly RowOutcome[] = ['to-create', 'to-update', 'duplicate'];

/**
 * Makes people of rows, a part of the file at a time. Each part is one transaction with the outcome of its rows, and only
 * rows that are open are looked at: a crash loses nothing and repeats nothing, whatever was finished before whatever else.
 */
@Injectable()
@RunsJob({ kind: COMMIT_IMPORT })
export class CommitImport implements RunnableJob<ImportJobInput> {
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
    const parts = (): Iterable<Part> => partsOf(0, lastRowOf(batch), CHUNK);
    const progress = await this.progressOf(batch);
    // First those who are nobody else: somebody anywhere in the file may have been found to be one of them.
    await sharedAmong(WRITERS, readAhead(parts(), (part) => this.lookAt(viewer, importId, part, context)), ({ part, rows }) =>
      this.inOne(job, progress, rows.length, () => this.rowCommit.commitUndecided(viewer, batch, part, rows, context)),
    );
    for (const part of parts()) {
      const decided = (await this.imports.between(importId, part, OPEN)).filter(({ decision }) => decision !== null);
      if (decided.length > 0) {
        await this.inOne(job, progress, decided.length, () => this.commitDecided(viewer, batch, decided, context));
      }
    }
    await job.progress(batch.rowCount, batch.rowCount);
    await this.imports.change(importId, { state: 'committed', committedAt: batch.committedAt ?? this.clock.now() });
    return { counts: await this.imports.counts(importId) };
  }

  /** Each says how far the job is when it is kept, so that the job never seems to go back. */
  private async inOne(job: ImportJob, progress: Progress, rows: number, work: () => Promise<void>): Promise<void> {
    if (job.signal.aborted) {
      throw new Interrupted();
    }
    await this.unitOfWork.run(async () => {
      await work();
      await job.progress(progress.done + rows, progress.total);
    });
    progress.done += rows;
  }

  /** Counts on from the rows that have ended already, which is where a crashed job was. */
  private async progressOf({ id, rowCount }: Import): Promise<Progress> {
    const counts = await this.imports.counts(id);
    return { done: rowCount - OPEN.reduce((open, outcome) => open + (counts[outcome] ?? 0), 0), total: rowCount };
  }

  /** Somebody may have been registered since the dry run, so whoever was nobody else is compared anew. */
  private async lookAt(viewer: Viewer, importId: string, part: Part, context: RowContext): Promise<FoundPart> {
    const open = await this.imports.between(importId, part, OPEN);
    const undecided = open.filter(({ outcome, decision }) => outcome !== 'duplicate' && decision === null);
    return { part, rows: await this.rowCommit.lookAt(viewer, undecided, context) };
  }

  private async commitDecided(viewer: Viewer, batch: Import, rows: readonly ImportRow[], context: RowContext): Promise<void> {
    for (const row of rows) {
      await this.rowCommit.commit(viewer, batch, row, context);
    }
  }
}

interface FoundPart {
  readonly part: Part;
  readonly rows: readonly LookedUp[];
}

interface Progress {
  done: number;
  readonly total: number;
}
