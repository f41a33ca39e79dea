import type { EntityManager } from 'typeorm';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

type Row = Readonly<Record<string, unknown>>;

/** A row points only to rows of tables before its own. */
export const TABLES = [
  'organisation', 'centre', 'app_user', 'person', 'person_key', 'contact', 'consent', 'caseload_entry', 'programme', 'programme_version', 'cohort', 'training_session', 'enrolment',
  'attendance_record', 'certificate', 'certificate_serial', 'employer', 'vetting_check', 'vetting_decision', 'vacancy', 'vacancy_application', 'placement', 'follow_up', 'follow_up_attempt',
  'observation', 'case_file', 'case_goal', 'case_step', 'case_task', 'outcome_assessment', 'timeline_entry',
] as const;
type Table = (typeof TABLES)[number];

/** How many rows are turned into text at once. */
const AT_ONCE = 500;

/** Rows on their way into the database, by COPY. What has been written is forgotten, so that a large demo needs no large memory. */
export class Rows {
  private readonly tables = new Map<Table, Row[]>(TABLES.map((table) => [table, []]));
  private readonly written = new Map<Table, number>();
  private jsonColumns: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  add(table: Table, row: Row): void {
    this.tables.get(table)!.push(row);
  }

  count(table: Table): number {
    return (this.written.get(table) ?? 0) + this.tables.get(table)!.length;
  }

  /** Every row of a table names the same columns; the others get their defaults. */
  async write(manager: EntityManager): Promise<void> {
    this.jsonColumns ??= await jsonColumnsOf(manager);
    const client = (await manager.queryRunner!.connect()) as PoolClient;
    for (const [table, rows] of this.tables) {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length > 0) {
        const json = this.jsonColumns.get(table) ?? new Set<string>();
        await pipeline(Readable.from(linesOf(rows, columns, json)), client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)));
      }
      this.written.set(table, this.count(table));
      this.tables.set(table, []);
    }
  }
}

/** A list is an array in one column and a document in another; only the database knows. */
const jsonColumnsOf = async (manager: EntityManager): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const found: { table: string; columns: string[] }[] = await manager.query(
    `SELECT table_name AS "table", array_agg(column_name::text) AS columns FROM information_schema.columns
     WHERE table_schema = current_schema() AND data_type = 'jsonb' GROUP BY table_name`,
  );
  return new Map(found.map(({ table, columns }) => [table, new Set(columns)]));
};

function* linesOf(rows: readonly Row[], columns: readonly string[], json: ReadonlySet<string>): Generator<string> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    yield rows
      .slice(from, from + AT_ONCE)
      .map((row) => `${columns.map((column) => fieldOf(row[column], json.has(column))).join('\t')}\n`)
      .join('');
  }
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One value in the text format of COPY. */
const fieldOf = (value: unknown, isJson: boolean): string => {
  if (value === null || value === undefined) {
    return '\\N';
  }
  const text = isJson ? JSON.stringify(value) : Array.isArray(value) ? arrayOf(value) : value instanceof Date ? value.toISOString() : String(value);
  return text.replace(SPECIAL, (character) => ESCAPED[character]!);
};

const arrayOf = (values: readonly unknown[]): string => `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
