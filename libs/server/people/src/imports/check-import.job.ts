import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { RunsJob, type RunnableJob } from '@sampan/platform';
import type { Comparable } from '../duplicates/comparable.rules';
import { MOST_SHOWN } from '../duplicates/duplicate-pair.rules';
import { ExternalIds } from '../identifiers/external-ids';
import { actingFor, CHECK_IMPORT, Interrupted, type ImportCheckpoint, type ImportJob, type ImportJobInput } from './import-jobs';
import type { ImportRow, RowMatch } from './import-row.entity';
import type { RowProblem } from './import.rules';
import { ImportRows } from './import-rows.service';
import type { Import } from './import.entity';
import { ImportsRepository, type RowChange } from './imports.repository';
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
    await this.checkRows(viewer, batch, rows, context, file);
    const last = rows.at(-1);
    if (!last) {
      return null;
    }
    const reached = { row: last.rowNumber, done: at.done + rows.length };
    await job.progress(reached.done, batch.rowCount, reached);
    return reached;
  }

  /** All rows of a chunk share their statements: the numbers known, the likely people, and what becomes of them. */
  private async checkRows(viewer: Viewer, batch: Import, rows: readonly ImportRow[], context: RowContext, file: RowsOfFile): Promise<void> {
    const read = rows.map((row) => ({ row, ...this.rows.read(row, context) }));
    const numbers = await this.externalIds.findMany(batch.centreId, read.flatMap(({ facts }) => facts?.externalId ?? []));
    const changes: RowChange[] = [];
    const open: { readonly id: string; readonly problems: RowProblem[]; readonly person: Comparable; readonly inFile: RowMatch[] }[] = [];
    for (const { row, facts, problems: found } of read) {
      const problems = [...found];
      const known = facts?.externalId ? numbers.get(facts.externalId) : undefined;
      if (!facts) {
        changes.push({ id: row.id, outcome: 'rejected', problems });
      } else if (known) {
        changes.push({ id: row.id, outcome: 'to-update', problems, decision: 'same-person', decidedPersonId: known });
      } else {
        const person = this.rows.comparableOf(facts, context.country);
        open.push({ id: row.id, problems, person, inFile: fileRow(row, person, file) });
      }
    }
    const likely = await this.rows.knownMatches(viewer, open.map(({ person }) => person));
    open.forEach(({ id, problems, inFile }, place) => {
      const matches = [...(likely[place]?.seen ?? []), ...inFile].sort((one, other) => other.score - one.score).slice(0, MOST_SHOWN);
      changes.push({ id, outcome: matches.length > 0 ? 'duplicate' : 'to-create', problems, matches });
    });
    await this.imports.changeRows(changes);
  }

  private file(row: ImportRow, file: RowsOfFile, context: RowContext): void {
    const { facts } = this.rows.read(row, context);
    if (facts) {
      fileRow(row, this.rows.comparableOf(facts, context.country), file);
    }
  }
}

/** Files the row for those that follow, and returns which earlier ones it is like. */
const fileRow = ({ id, rowNumber }: ImportRow, person: Comparable, file: RowsOfFile): RowMatch[] => {
  const matches = file.matchesOf(person);
  file.add({ personId: id, rowNumber, person });
  return matches;
};
