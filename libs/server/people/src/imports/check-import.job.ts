import { Injectable } from '@nestjs/common';
import { mapInTurns, UnitOfWork, type Viewer } from '@sampan/kernel';
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
import { lastRowOf, partsOf, type Part } from './parts';
import { readAhead } from './read-ahead';
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
    const parts = partsOf(at.row, lastRowOf(batch), CHUNK);
    for await (const { part, found } of readAhead(parts, (part) => this.lookAt(viewer, batch, part, context))) {
      at = await this.unitOfWork.run(() => this.write(job, batch, part, found.map((row) => judge(row, file)), at));
    }
    await this.imports.change(importId, { state: 'checked' });
    return { counts: await this.imports.counts(importId) };
  }

  /** A resumed job has to know the rows that the former one had read. */
  private async refile(importId: string, upTo: number, file: RowsOfFile, context: RowContext): Promise<void> {
    for (const part of partsOf(0, upTo, CHUNK)) {
      (await this.imports.between(importId, part)).forEach((row) => this.file(row, file, context));
    }
  }

  /** All rows of a part share their statements: the numbers known, and the likely people. */
  private async lookAt(viewer: Viewer, batch: Import, part: Part, context: RowContext): Promise<FoundPart> {
    const rows = await this.imports.between(batch.id, part);
    const read = await mapInTurns(rows, (row) => ({ row, ...this.rows.read(row, context) }));
    const numbers = await this.externalIds.findMany(batch.centreId, read.flatMap(({ facts }) => facts?.externalId ?? []));
    const found = read.map(({ row, facts, problems }): FoundRow => {
      const knownAs = facts?.externalId ? (numbers.get(facts.externalId) ?? null) : null;
      return { row, problems, knownAs, person: facts && !knownAs ? this.rows.comparableOf(facts, context.country) : null, likely: [] };
    });
    const open = found.flatMap(({ person }) => person ?? []);
    const likely = (await this.rows.knownMatches(viewer, open)).values();
    return { part, found: found.map((one) => (one.person ? { ...one, likely: likely.next().value?.seen ?? [] } : one)) };
  }

  private async write(job: ImportJob, batch: Import, part: Part, changes: readonly RowChange[], at: ImportCheckpoint): Promise<ImportCheckpoint> {
    if (job.signal.aborted) {
      throw new Interrupted();
    }
    await this.imports.changeRows(batch.id, part, changes);
    const reached = { row: part.upTo, done: at.done + changes.length };
    await job.progress(reached.done, batch.rowCount, reached);
    return reached;
  }

  private file(row: ImportRow, file: RowsOfFile, context: RowContext): void {
    const { facts } = this.rows.read(row, context);
    if (facts) {
      fileRow(row, this.rows.comparableOf(facts, context.country), file);
    }
  }
}

/** What is known of a row before it is compared with the others of its file. */
interface FoundRow {
  readonly row: ImportRow;
  readonly problems: readonly RowProblem[];
  /** Whose number in the register it is. */
  readonly knownAs: string | null;
  /** Null when the row is nobody, or somebody known. */
  readonly person: Comparable | null;
  readonly likely: readonly RowMatch[];
}

interface FoundPart {
  readonly part: Part;
  readonly found: readonly FoundRow[];
}

/** In the order of the file: a row is compared with those before it. */
const judge = ({ row, problems, knownAs, person, likely }: FoundRow, file: RowsOfFile): RowChange => {
  const found = { id: row.id, problems: [...problems] };
  if (knownAs) {
    return { ...found, outcome: 'to-update', decision: 'same-person', decidedPersonId: knownAs };
  }
  if (!person) {
    return { ...found, outcome: 'rejected' };
  }
  const matches = [...likely, ...fileRow(row, person, file)].sort((one, other) => other.score - one.score).slice(0, MOST_SHOWN);
  return { ...found, outcome: matches.length > 0 ? 'duplicate' : 'to-create', matches };
};

/** Files the row for those that follow, and returns which earlier ones it is like. */
const fileRow = ({ id, rowNumber }: ImportRow, person: Comparable, file: RowsOfFile): RowMatch[] => {
  const matches = file.matchesOf(person);
  file.add({ personId: id, rowNumber, person });
  return matches;
};
