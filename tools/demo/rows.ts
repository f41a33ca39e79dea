import type { EntityManager } from 'typeorm';

type Row = Readonly<Record<string, unknown>>;

/** A row points only to rows of tables before its own. */
const ORDER = [
  'organisation', 'centre', 'app_user', 'person', 'person_key', 'contact', 'consent', 'caseload_entry', 'programme', 'programme_version', 'cohort', 'training_session', 'enrolment',
  'attendance_record', 'certificate', 'certificate_serial', 'employer', 'vetting_check', 'vetting_decision', 'vacancy', 'vacancy_application', 'placement', 'follow_up', 'follow_up_attempt',
  'observation', 'timeline_entry',
] as const;
type Table = (typeof ORDER)[number];

/** Rows on their way into the database. */
export class Rows {
  private readonly tables = new Map<Table, Row[]>(ORDER.map((table) => [table, []]));

  add(table: Table, row: Row): void {
    this.tables.get(table)!.push(row);
  }

  count(table: Table): number {
    return this.tables.get(table)!.length;
  }

  /** Every row of a table names the same columns; the others get their defaults. */
  async write(manager: EntityManager, batch = 2_000): Promise<void> {
    for (const [table, rows] of this.tables) {
      const columns = Object.keys(rows[0] ?? {});
      for (let from = 0; from < rows.length; from += batch) {
        await manager.query(
          `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(rows.slice(from, from + batch))],
        );
      }
    }
  }
}
