import { Cipher, dataSourceOptions, keyedTables, type Config, type DatabaseParts, type KeyedTable } from '@sampan/kernel';
import { DataSource, type EntityManager } from 'typeorm';

const BATCH = 500;

export interface RotationReport {
  /** Rows by table that are sealed with today's key now and were not before. */
  readonly rewritten: Readonly<Record<string, number>>;
  /** Rows that somebody sealed with a former key while this ran: run it again when every process knows the new key. */
  readonly left: number;
}

type Row = Record<string, string | null>;

/**
 * Seals everything anew with SAMPAN_ENCRYPTION_KEY, in small transactions, while the product runs. Which rows are still to
 * do is seen by their seals, so that it can be killed at any moment and run again. As the owner of the database: notes and
 * reviews may not be changed by the product.
 */
export const rotateKeys = async (config: Config, parts: DatabaseParts, say: (line: string) => void = () => undefined, batch = BATCH): Promise<RotationReport> => {
  const cipher = new Cipher(config);
  const dataSource = await new DataSource(dataSourceOptions({ ...config, databaseUrl: config.directDatabaseUrl }, parts, 'owner', 2)).initialize();
  try {
    const rewritten: Record<string, number> = {};
    let left = 0;
    for (const table of keyedTables(dataSource)) {
      let done = 0;
      for (let count = batch; count === batch; done += count) {
        count = await dataSource.transaction((manager) => resealBatch(manager, table, cipher, batch));
      }
      rewritten[table.table] = done;
      say(`${table.table}: ${done} rows`);
    }
    for (const table of keyedTables(dataSource)) {
      const [{ count }] = (await dataSource.query(`SELECT count(*)::int AS count FROM ${table.table} WHERE ${toDo(table)}`, [`${cipher.mark}%`])) as [{ count: number }];
      left += count;
    }
    return { rewritten, left };
  } finally {
    await dataSource.destroy();
  }
};

/** `$1` is the mark of today's key with a per cent sign. */
const toDo = ({ sealed }: KeyedTable): string => sealed.map((column) => `(${column} IS NOT NULL AND ${column} NOT LIKE $1)`).join(' OR ');

const resealBatch = async (manager: EntityManager, table: KeyedTable, cipher: Cipher, batch: number): Promise<number> => {
  const columns = [...new Set([...table.primaryKey, ...table.sealed, ...table.hashes.map(({ column }) => column), ...(table.hashes.some(({ copies }) => copies) ? ['person_id'] : [])])];
  const rows = (await manager.query(`SELECT ${columns.map((column) => `${column}::text`).join(', ')} FROM ${table.table} WHERE ${toDo(table)} LIMIT ${batch} FOR UPDATE`, [
    `${cipher.mark}%`,
  ])) as Row[];
  for (const row of rows) {
    await reseal(manager, table, cipher, row);
  }
  return rows.length;
};

const reseal = async (manager: EntityManager, table: KeyedTable, cipher: Cipher, row: Row): Promise<void> => {
  const plain = new Map(table.sealed.map((column) => [column, row[column] ? cipher.decrypt(row[column]) : null]));
  const changes: [string, string | null][] = [...plain].map(([column, text]) => [column, text === null ? (row[column] ?? null) : cipher.encrypt(text)]);
  for (const { column, purpose, of, spelling, copies = [] } of table.hashes) {
    const hash = cipher.keyedHash(purpose, spelling(plain.get(of) ?? ''));
    for (const copy of copies) {
      await moveCopy(manager, copy, row['person_id'] ?? '', `${copy.prefix}${row[column]}`, `${copy.prefix}${hash}`);
    }
    changes.push([column, hash]);
  }
  const key = table.primaryKey.map((column, place) => `${column}::text = $${place + 1}`).join(' AND ');
  const set = changes.map(([column], place) => `${column} = $${table.primaryKey.length + place + 1}`).join(', ');
  await manager.query(`UPDATE ${table.table} SET ${set} WHERE ${key}`, [...table.primaryKey.map((column) => row[column]), ...changes.map(([, value]) => value)]);
};

/** Filed anew meanwhile, the copy by today's key is there already. */
const moveCopy = async (manager: EntityManager, { table, column }: { table: string; column: string }, personId: string, from: string, to: string): Promise<void> => {
  if (from === to) {
    return;
  }
  await manager.query(
    `UPDATE ${table} SET ${column} = $3 WHERE person_id = $1 AND ${column} = $2 AND NOT EXISTS (SELECT FROM ${table} known WHERE known.person_id = $1 AND known.${column} = $3)`,
    [personId, from, to],
  );
  await manager.query(`DELETE FROM ${table} WHERE person_id = $1 AND ${column} = $2`, [personId, from]);
};
