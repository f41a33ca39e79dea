import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { RunsJob, type RunnableJob } from '@sampan/platform';
import { MOST_SHOWN } from '../duplicates/duplicate-pair.rules';
import { ExternalIds } from '../identifiers/external-ids';
import { actingFor, CHECK_IMPORT, Interrupted, type ImportCheckpoint, type ImportJob, type ImportJobInput } from './import-jobs';
import type { ImportRow } from './import-row.entity';
import { ImportRows } from './import-rows.service';
import type { Import } from './import.entity';
import { ImportsRepository } from './imports.repository';
import type { RowContext } from './read-row.rules';
import { RowsOfFile } from './rows-of-file';

const CHUNK = 100;

/** The dry run: says of every row what would become of it, and changes nobody. */
@Injectable()
@RunsJob({ kind: CHECK_IMPORT })
export class CheckImport implements RunnableJob<ImportJobInput, ImportCheckpoint> {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRows,
    private readonly externalIds: ExternalIds,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(job: ImportJob): Promise<Record<string, unknown>> {
    const viewer = actingFor(job);
    const { importId } = job.input;
    const batch = await this.imports.find(viewer, importId);
    if (!batch || batch.state !== 'checking') {
      return { skipped: true };
    }
    const context = await this.rows.contextOf(batch);
    const file = new RowsOfFile();
    let at = job.checkpoint ?? { row: 0, done: 0 };
    await this.refile(importId, at.row, file, context);
    for (;;) {
      const next = await this.unitOfWork.run(() => this.checkNext(job, viewer, batch, context, file, at));
      if (next === null) {
        break;
      }
      at = next;
    }
    await this.imports.change(importId, { state: 'checked' });
    return { counts: await this.imports.counts(importId) };
  }

  /** A resumed job has to know the rows that the former one had read. */
  private async refile(importId: string, upTo: number, file: RowsOfFile, context: RowContext): Promise<void> {
    for (let after = 0; after < upTo; ) {
      const rows = (await this.imports.next(importId, after, [], CHUNK)).filter(({ rowNumber }) => rowNumber <= upTo);
      rows.forEach((row) => this.file(row, file, context));
      after = rows.at(-1)?.rowNumber ?? upTo;
    }
  }

  private async checkNext(job: ImportJob, viewer: Viewer, batch: Import, context: RowContext, file: RowsOfFile, at: ImportCheckpoint): Promise<ImportCheckpoint | null> {
    if (job.signal.aborted) {
      throw new Interrupted();
    }
    const rows = await this.imports.next(batch.id, at.row, [], CHUNK);
    for (const row of rows) {
      await this.checkRow(viewer, batch, row, context, file);
    }
    const last = rows.at(-1);
    if (!last) {
      return null;
    }
    const reached = { row: last.rowNumber, done: at.done + rows.length };
    await job.progress(reached.done, batch.rowCount, reached);
    return reached;
  }

  private async checkRow(viewer: Viewer, batch: Import, row: ImportRow, context: RowContext, file: RowsOfFile): Promise<void> {
    const { facts, problems } = this.rows.read(row, context);
    if (!facts) {
      await this.imports.changeRow(row.id, { outcome: 'rejected', problems: [...problems] });
      return;
    }
    const known = facts.externalId ? await this.externalIds.find(batch.centreId, facts.externalId) : null;
    if (known) {
      await this.imports.changeRow(row.id, { outcome: 'to-update', problems: [...problems], decision: 'same-person', decidedPersonId: known });
      return;
    }
    const matches = [...(await this.rows.knownMatches(viewer, facts, context.country)), ...this.file(row, file, context)]
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST_SHOWN);
    await this.imports.changeRow(row.id, { outcome: matches.length > 0 ? 'duplicate' : 'to-create', problems: [...problems], matches });
  }

  /** Files the row for those that follow, and returns which earlier ones it is like. */
  private file(row: ImportRow, file: RowsOfFile, context: RowContext) {
    const { facts } = this.rows.read(row, context);
    if (!facts) {
      return [];
    }
    const person = this.rows.comparableOf(facts, context.country);
    const matches = file.matchesOf(person);
    file.add({ personId: row.id, rowNumber: row.rowNumber, person });
    return matches;
  }
}
