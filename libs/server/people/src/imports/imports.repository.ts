import { Injectable } from '@nestjs/common';
import { PreparedSql, UnitOfWork, type Position, type Viewer } from '@sampan/kernel';
import { And, In, IsNull, LessThan, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { ImportRow } from './import-row.entity';
import { Import } from './import.entity';
import type { RowOutcome } from './import.rules';
import type { ColumnMapping } from './mapping.rules';
import type { Part } from './parts';
import { RememberedMapping } from './remembered-mapping.entity';

const INSERT_AT_ONCE = 500;

export type NewRow = Pick<ImportRow, 'id' | 'importId' | 'centreId' | 'rowNumber' | 'cellsSealed'>;
export type RowChange = Pick<ImportRow, 'id' | 'outcome'> & Partial<Pick<ImportRow, 'problems' | 'matches' | 'decision' | 'decidedPersonId' | 'personId' | 'personVersion'>>;

@Injectable()
export class ImportsRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
  ) {}

  find(viewer: Viewer, id: string): Promise<Import | null> {
    return this.unitOfWork.manager.findOneBy(Import, { id, centreId: In([...viewer.centreIds]) });
  }

  findForChange(viewer: Viewer, id: string): Promise<Import | null> {
    return this.unitOfWork.manager.findOne(Import, { where: { id, centreId: In([...viewer.centreIds]) }, lock: { mode: 'pessimistic_write' } });
  }

  list(viewer: Viewer): Promise<Import[]> {
    return this.unitOfWork.manager.find(Import, { where: { centreId: In([...viewer.centreIds]) }, order: { createdAt: 'DESC', id: 'DESC' }, take: 50 });
  }

  /** False when the same upload came before. */
  async add(batch: Import): Promise<boolean> {
    const { raw } = await this.unitOfWork.manager.createQueryBuilder().insert().into(Import).values(batch).orIgnore().returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  async addRows(rows: readonly NewRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += INSERT_AT_ONCE) {
      await this.sql.insertMany(
        'import_row',
        rows.slice(from, from + INSERT_AT_ONCE).map(({ id, importId, centreId, rowNumber, cellsSealed }) => ({ id, import_id: importId, centre_id: centreId, row_number: rowNumber, cells_sealed: cellsSealed })),
      );
    }
  }

  async change(id: string, change: Partial<Import>): Promise<void> {
    await this.unitOfWork.manager.update(Import, { id }, change);
  }

  async counts(importId: string): Promise<Partial<Record<RowOutcome, number>>> {
    const rows: { outcome: RowOutcome; count: number }[] = await this.unitOfWork.manager.query(
      'SELECT outcome, count(*)::int AS count FROM import_row WHERE import_id = $1 GROUP BY outcome',
      [importId],
    );
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  }

  undecided(importId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(ImportRow, { importId, outcome: 'duplicate', decision: IsNull() });
  }

  listRows(importId: string, outcomes: readonly RowOutcome[], position: Position | null, limit: number): Promise<ImportRow[]> {
    const [at] = position?.key ?? [];
    const back = position?.direction === 'previous';
    return this.unitOfWork.manager.find(ImportRow, {
      where: {
        importId,
        ...(outcomes.length > 0 ? { outcome: In([...outcomes]) } : {}),
        ...(at === undefined ? {} : { rowNumber: back ? LessThan(Number(at)) : MoreThan(Number(at)) }),
      },
      order: { rowNumber: back ? 'DESC' : 'ASC' },
      take: limit,
    });
  }

  findRow(importId: string, id: string): Promise<ImportRow | null> {
    return this.unitOfWork.manager.findOne(ImportRow, { where: { id, importId }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * The rows of a part of the file, in its order. Both ends are said, because right after an upload the database does not
   * know yet how many rows a file has, and would rather look at all of them each time.
   */
  between(importId: string, { after, upTo }: Part, outcomes: readonly RowOutcome[] = []): Promise<ImportRow[]> {
    return this.unitOfWork.manager.find(ImportRow, {
      where: { importId, rowNumber: And(MoreThan(after), LessThanOrEqual(upTo)), ...(outcomes.length > 0 ? { outcome: In([...outcomes]) } : {}) },
      order: { rowNumber: 'ASC' },
    });
  }

  /** From the end of the file, because a later row may have changed what an earlier one made. */
  previous(importId: string, before: number, outcomes: readonly RowOutcome[], limit: number): Promise<ImportRow[]> {
    return this.unitOfWork.manager.find(ImportRow, {
      where: { importId, rowNumber: LessThan(before), outcome: In([...outcomes]) },
      order: { rowNumber: 'DESC' },
      take: limit,
    });
  }

  rowsById(importId: string, ids: readonly string[]): Promise<ImportRow[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.unitOfWork.manager.findBy(ImportRow, { importId, id: In([...ids]) });
  }

  async changeRow(id: string, change: Partial<Omit<ImportRow, 'import'>>): Promise<void> {
    await this.unitOfWork.manager.update(ImportRow, { id }, change);
  }

  /** What was found out about rows of a part, in one statement; the columns that are not named stay as they are. */
  async changeRows(importId: string, { after, upTo }: Part, changes: readonly RowChange[]): Promise<void> {
    await this.sql.rows(
      `UPDATE import_row r SET outcome = c.outcome, problems = COALESCE(c.problems, r.problems), matches = COALESCE(c.matches, r.matches), decision = COALESCE(c.decision, r.decision),
         decided_person_id = COALESCE(c."decidedPersonId", r.decided_person_id), person_id = COALESCE(c."personId", r.person_id), person_version = COALESCE(c."personVersion", r.person_version)
       FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, outcome text, problems jsonb, matches jsonb, decision text, "decidedPersonId" uuid, "personId" uuid, "personVersion" int)
       WHERE r.id = c.id AND r.import_id = $2 AND r.row_number > $3 AND r.row_number <= $4`,
      [JSON.stringify(changes), importId, after, upTo],
    );
  }

  async forgetCheck(importId: string): Promise<void> {
    await this.unitOfWork.manager.update(ImportRow, { importId, outcome: Not('unchecked') }, { outcome: 'unchecked', problems: [], matches: [], decision: null, decidedPersonId: null });
  }

  /** One answer for all that are still open and at least this likely; the likeliest match is the person meant. */
  async decideAll(importId: string, decision: NonNullable<ImportRow['decision']>, leastScore: number): Promise<number> {
    const [, affected]: [unknown, number] = await this.unitOfWork.manager.query(
      `UPDATE import_row
       SET decision = $2, decided_person_id = CASE WHEN $2 = 'same-person' THEN (matches -> 0 ->> 'personId')::uuid END
       WHERE import_id = $1 AND outcome = 'duplicate' AND decision IS NULL AND (matches -> 0 ->> 'score')::float8 >= $3`,
      [importId, decision, leastScore],
    );
    return affected;
  }

  /** After an update was taken back, the row that made the person stands for the person's new version. */
  async followVersion(importId: string, personId: string, from: number, to: number): Promise<void> {
    await this.unitOfWork.manager.update(ImportRow, { importId, personId, personVersion: from }, { personVersion: to });
  }

  async recall(centreId: string, header: string): Promise<ColumnMapping[] | null> {
    return (await this.unitOfWork.manager.findOneBy(RememberedMapping, { centreId, header }))?.mapping ?? null;
  }

  async remember(centreId: string, header: string, mapping: readonly ColumnMapping[], rememberedAt: Date): Promise<void> {
    await this.unitOfWork.manager.upsert(RememberedMapping, { centreId, header, mapping: [...mapping], rememberedAt }, ['centreId', 'header']);
  }
}
