import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { badInput, can, Cipher, Clock, decodeCursor, newId, notFound, ruleBroken, toPage, UnitOfWork, whyNotMove, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit, Jobs } from '@sampan/platform';
import { People, type PersonSummary } from '../persons/people.service';
import { CHECK_IMPORT, COMMIT_IMPORT, UNDO_IMPORT } from './import-jobs';
import type { ImportRow } from './import-row.entity';
import type { Import } from './import.entity';
import { IMPORT_TRANSITIONS, mayUndo, type ImportState, type RowDecision, type RowOutcome } from './import.rules';
import { ImportsRepository, type NewRow } from './imports.repository';
import { suggestMapping, whyNotMap, type ColumnMapping } from './mapping.rules';
import { HEADER_ROW } from './parts';
import { readTable } from './read-table';

export interface Upload {
  /** Made by the client: the same upload repeated is one import. */
  readonly id: string;
  readonly centreId: string;
  readonly fileName: string;
  readonly content: Buffer;
}

export interface ImportOverview {
  readonly batch: Import;
  readonly counts: Partial<Record<RowOutcome, number>>;
  readonly undecided: number;
  /** The first lines, to see what a column holds. */
  readonly sample: readonly (readonly (string | null)[])[];
  readonly mayUndo: boolean;
}

export interface ShownRow {
  readonly row: ImportRow;
  /** In the order of the file; document numbers only for whoever may see them. */
  readonly cells: readonly (string | null)[];
  readonly people: ReadonlyMap<string, PersonSummary>;
}

const SAMPLE_ROWS = 5;
const headerOf = (columns: readonly string[]): string => createHash('sha256').update(JSON.stringify(columns)).digest('base64url');

/** Registers that somebody brings: upload, say what the columns mean, look at every row, commit, and take it back if it was wrong. */
@Injectable()
export class Imports {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly jobs: Jobs,
    private readonly cipher: Cipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async upload(viewer: Viewer, { id, centreId, fileName, content }: Upload): Promise<ImportOverview> {
    await this.centres.get(viewer, centreId);
    const table = await readTable(content);
    return this.unitOfWork.run(async () => {
      const columns = [...table.columns];
      const mapping = (await this.imports.recall(centreId, headerOf(columns))) ?? suggestMapping(columns);
      const isNew = await this.imports.add({
        id, centreId, fileName: fileName.slice(0, 200), columns, mapping, rowCount: table.rows.length, state: 'uploaded', jobId: null, createdBy: viewer.userId,
        createdAt: this.clock.now(), committedAt: null, undoneAt: null, version: 1,
      });
      if (isNew) {
        await this.centres.mustBeOpenFor(centreId, 'import');
        await this.imports.addRows(table.rows.map((cells, place) => this.newRow(id, centreId, HEADER_ROW + 1 + place, cells)));
        await this.audit.record(viewer, { action: 'import.uploaded', subjectType: 'import', subjectId: id, centreId, details: { rows: table.rows.length } });
      }
      return this.get(viewer, id);
    });
  }

  list(viewer: Viewer): Promise<Import[]> {
    return this.imports.list(viewer);
  }

  async get(viewer: Viewer, id: string): Promise<ImportOverview> {
    const batch = found(await this.imports.find(viewer, id));
    const sample = await this.imports.between(id, { after: 0, upTo: HEADER_ROW + SAMPLE_ROWS });
    return {
      batch,
      counts: await this.imports.counts(id),
      undecided: await this.imports.undecided(id),
      sample: sample.map((row) => this.shownCells(viewer, batch, row)),
      mayUndo: batch.state === 'committed' && batch.committedAt !== null && mayUndo(batch.committedAt, this.clock.now()),
    };
  }

  /** Says what the columns mean, remembers it for the next register of this kind, and starts the dry run. */
  map(viewer: Viewer, id: string, mapping: readonly ColumnMapping[]): Promise<ImportOverview> {
    return this.unitOfWork.run(async () => {
      const batch = await this.forMove(viewer, id, 'checking');
      const problem = whyNotMap(mapping, batch.columns.length);
      if (problem) {
        throw ruleBroken(problem, 'The columns are not all told apart, or none of them is a name.');
      }
      await this.imports.forgetCheck(id);
      await this.imports.remember(batch.centreId, headerOf(batch.columns), mapping, this.clock.now());
      await this.imports.change(id, { mapping: [...mapping] });
      await this.start(viewer, batch, 'checking', CHECK_IMPORT);
      return this.get(viewer, id);
    });
  }

  async rows(viewer: Viewer, id: string, outcomes: readonly RowOutcome[], cursor: string | undefined, limit: number): Promise<Page<ShownRow>> {
    const batch = found(await this.imports.find(viewer, id));
    const position = decodeCursor(cursor, 'count');
    const rows = await this.imports.listRows(id, outcomes, position, limit + 1);
    const people = await this.people.summaries(viewer, [...new Set(rows.flatMap(({ matches }) => matches.map(({ personId }) => personId)))]);
    return toPage(rows, limit, position, ({ rowNumber }) => [rowNumber], (row) => ({ row, people, cells: this.shownCells(viewer, batch, row) }));
  }

  decide(viewer: Viewer, id: string, rowId: string, decision: RowDecision, personId: string | null): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.openForDecision(viewer, id);
      const row = await this.imports.findRow(id, rowId);
      if (!row) {
        throw notFound('IMPORT_ROW_NOT_FOUND', 'The row');
      }
      if (row.outcome !== 'duplicate') {
        throw ruleBroken('ROW_NOT_OPEN', 'There is nothing to decide about this row.', { outcome: row.outcome });
      }
      if (decision === 'same-person' && !row.matches.some((match) => match.personId === personId)) {
        throw badInput('NOT_A_MATCH', 'This is none of the possible people of the row.');
      }
      await this.imports.changeRow(rowId, { decision, decidedPersonId: decision === 'same-person' ? personId : null });
      await this.audit.record(viewer, { action: 'import-row.decided', subjectType: 'import-row', subjectId: rowId, details: { decision } });
    });
  }

  /** One answer for every open row that is at least this likely. Returns for how many. */
  decideAll(viewer: Viewer, id: string, decision: RowDecision, leastScore: number): Promise<number> {
    return this.unitOfWork.run(async () => {
      await this.openForDecision(viewer, id);
      const decided = await this.imports.decideAll(id, decision, leastScore);
      await this.audit.record(viewer, { action: 'import.decided', subjectType: 'import', subjectId: id, details: { decision, leastScore, decided } });
      return decided;
    });
  }

  commit(viewer: Viewer, id: string): Promise<ImportOverview> {
    return this.unitOfWork.run(async () => {
      const batch = await this.forMove(viewer, id, 'committing');
      await this.centres.mustBeOpenFor(batch.centreId, 'import');
      await this.start(viewer, batch, 'committing', COMMIT_IMPORT);
      return this.get(viewer, id);
    });
  }

  undo(viewer: Viewer, id: string): Promise<ImportOverview> {
    return this.unitOfWork.run(async () => {
      const batch = await this.forMove(viewer, id, 'undoing');
      if (!batch.committedAt || !mayUndo(batch.committedAt, this.clock.now())) {
        throw ruleBroken('UNDO_TOO_LATE', 'An import can be undone for 24 hours.');
      }
      await this.start(viewer, batch, 'undoing', UNDO_IMPORT);
      return this.get(viewer, id);
    });
  }

  private async start(viewer: Viewer, batch: Import, state: ImportState, kind: string): Promise<void> {
    const jobId = await this.jobs.start(viewer, { kind, input: { importId: batch.id } });
    await this.imports.change(batch.id, { state, jobId, version: batch.version + 1 });
    await this.audit.record(viewer, { action: `import.${state}`, subjectType: 'import', subjectId: batch.id, centreId: batch.centreId });
  }

  private async forMove(viewer: Viewer, id: string, to: ImportState): Promise<Import> {
    const batch = found(await this.imports.findForChange(viewer, id));
    const busy = batch.state === to;
    const refusal = busy ? ruleBroken('IMPORT_BUSY', 'This is being done already.') : whyNotMove(IMPORT_TRANSITIONS, batch.state, to);
    if (refusal) {
      throw refusal;
    }
    return batch;
  }

  private async openForDecision(viewer: Viewer, id: string): Promise<void> {
    const { state } = found(await this.imports.findForChange(viewer, id));
    if (state !== 'checked' && state !== 'committed') {
      throw ruleBroken('IMPORT_BUSY', 'Rows can be decided after the dry run.', { state });
    }
  }

  private newRow(importId: string, centreId: string, rowNumber: number, cells: readonly string[]): NewRow {
    return { id: newId(), importId, centreId, rowNumber, cellsSealed: this.cipher.encrypt(JSON.stringify(cells)) };
  }

  private cellsOf(row: ImportRow): string[] {
    return JSON.parse(this.cipher.decrypt(row.cellsSealed)) as string[];
  }

  private shownCells(viewer: Viewer, { mapping }: Import, row: ImportRow): (string | null)[] {
    const hidden = can(viewer, 'person.see-document') ? [] : mapping.filter(({ target }) => target === 'documentNumber').map(({ column }) => column);
    return this.cellsOf(row).map((cell, column) => (hidden.includes(column) ? null : cell));
  }
}

const found = (batch: Import | null): Import => {
  if (!batch) {
    throw notFound('IMPORT_NOT_FOUND', 'The import');
  }
  return batch;
};
