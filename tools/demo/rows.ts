import type { EntityManager } from 'typeorm';
import { setImmediate as turn } from 'node:timers/promises';
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
const AT_ONCE = 1_000;

/** Rows on their way into the database, by COPY. What has been written is forgotten, so that a large demo needs no large memory. */
export class Rows {
  private readonly tables = new Map<Table, Row[]>(TABLES.map((table) => [table, []]));
  private readonly written = new Map<Table, number>();
  private jsonColumns: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  private onTheirWay: Promise<void> = Promise.resolve();

  add(table: Table, row: Row): void {
    this.tables.get(table)!.push(row);
  }

  count(table: Table): number {
    return (this.written.get(table) ?? 0) + this.tables.get(table)!.length;
  }

  /**
   * Sends what there is on its way, as soon as what went before has arrived, and lets the caller make the next rows meanwhile.
   * Every row of a table names the same columns; the others get their defaults.
   */
  async write(manager: EntityManager): Promise<void> {
    await this.onTheirWay;
    this.jsonColumns ??= await jsonColumnsOf(manager);
    const taken = [...this.tables].filter(([, rows]) => rows.length > 0);
    for (const [table] of taken) {
      this.written.set(table, this.count(table));
      this.tables.set(table, []);
    }
    this.onTheirWay = copy(manager, taken, this.jsonColumns);
    // Whoever makes the next rows hears of a failure when these are awaited.
    this.onTheirWay.catch(() => undefined);
  }

  /** All that was sent on its way has arrived. */
  arrived(): Promise<void> {
    return this.onTheirWay;
  }
}

const copy = async (manager: EntityManager, tables: readonly (readonly [Table, readonly Row[]])[], json: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> => {
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  for (const [table, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {});
    await pipeline(Readable.from(linesOf(rows, columns, json.get(table) ?? new Set())), client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)));
  }
};

/** Gives the database a moment to take what is on its way; whoever makes rows for long does so now and then. */
export const breathe = (made: number): Promise<void> | undefined => (made % AT_A_BREATH === 0 ? turn() : undefined);
const AT_A_BREATH = 25;

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
    let text = '';
    for (let at = from; at < Math.min(from + AT_ONCE, rows.length); at += 1) {
      const row = rows[at]!;
      for (let place = 0; place < columns.length; place += 1) {
        const column = columns[place]!;
        text += fieldOf(row[column], json.has(column)) + (place === columns.length - 1 ? '\n' : '\t');
      }
    }
    yield text;
  }
}

const SPECIAL = /[\\\t\n\r]/;
const EVERY_SPECIAL = new RegExp(SPECIAL, 'g');
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One value in the text format of COPY. */
const fieldOf = (value: unknown, isJson: boolean): string => {
  if (value === null || value === undefined) {
    return '\\N';
  }
  if (typeof value === 'string' && !isJson) {
    return escaped(value);
  }
  if (value instanceof Date) {
    return momentOf(value);
  }
  return isJson ? escaped(JSON.stringify(value)) : Array.isArray(value) ? escaped(arrayOf(value)) : String(value);
};

const escaped = (text: string): string => (SPECIAL.test(text) ? text.replaceAll(EVERY_SPECIAL, (character) => ESCAPED[character]!) : text);

/** One moment stands in many rows. */
const moments = new WeakMap<Date, string>();
const momentOf = (moment: Date): string => {
  const text = moments.get(moment) ?? moment.toISOString();
  moments.set(moment, text);
  return text;
};

const arrayOf = (values: readonly unknown[]): string => `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
