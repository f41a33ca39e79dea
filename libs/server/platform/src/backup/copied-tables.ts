import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export type Place = 'product' | 'queue';

export interface CopiedTable {
  readonly place: Place;
  readonly name: string;
  readonly columns: readonly string[];
}

export interface TableSum {
  readonly rows: number;
  /** SHA-256 of the rows as COPY writes them. */
  readonly sha256: string;
}

export const queueSchema = (schema: string): string => `${schema}_queue`;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const columnsOf = ({ columns }: CopiedTable): string => columns.map(quoted).join(', ');
export const tableIn = (schema: string, name: string): string => `${quoted(schema)}.${quoted(name)}`;

/** As the owner, with the settings under which the same value is always the same text. */
export const connectOwner = async (url: string, schema: string): Promise<Client> => {
  const client = new Client({
    connectionString: url,
    application_name: 'sampan-backup',
    options: `-c search_path=${schema},extensions -c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres -c bytea_output=hex -c synchronize_seqscans=off -c statement_timeout=0`,
  });
  // A lost connection rejects the running query; without a listener it would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** The queue's own bookkeeping of its version, its processes and its statistics is made anew, like our list of migrations. */
const MADE_ANEW: Record<Place, readonly string[]> = { product: ['migration'], queue: ['version', 'instance', 'warning', 'bam', 'queue_stats'] };
/** Queues before their letters, letters before what depends on them. */
const QUEUE_ORDER = ['queue', 'schedule', 'subscription', 'job', 'job_dependency'];

export const tablesOf = async (client: Client, place: Place, schema: string): Promise<CopiedTable[]> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($2)
     GROUP BY c.relname ORDER BY c.relname`,
    [place === 'product' ? schema : queueSchema(schema), MADE_ANEW[place]],
  );
  const position = (name: string): number => (QUEUE_ORDER.includes(name) ? QUEUE_ORDER.indexOf(name) : QUEUE_ORDER.length);
  return rows.map((row) => ({ place, ...row })).sort((one, other) => (place === 'queue' ? position(one.name) - position(other.name) : 0));
};

/** The rows of a table as pieces; `done` hears their number and digest. */
export const copyOut = async function* (client: Client, schema: string, table: CopiedTable, done: (sum: TableSum) => void): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  const query = client.query(copyTo(`COPY (SELECT ${columnsOf(table)} FROM ${tableIn(schema, table.name)}) TO STDOUT`));
  for await (const piece of query as AsyncIterable<Buffer>) {
    digest.update(piece);
    yield piece;
  }
  done({ rows: query.rowCount, sha256: digest.digest('hex') });
};

export const sumOf = async (client: Client, schema: string, table: CopiedTable): Promise<TableSum> => {
  let sum: TableSum = { rows: 0, sha256: '' };
  await pipeline(Readable.from(copyOut(client, schema, table, (found) => (sum = found))), new Writable({ write: (_, __, next) => next() }));
  return sum;
};

/** Returns how many rows came in. */
export const copyIn = async (client: Client, schema: string, table: CopiedTable, pieces: AsyncIterable<Buffer>): Promise<number> => {
  const query = client.query(copyFrom(`COPY ${tableIn(schema, table.name)} (${columnsOf(table)}) FROM STDIN`));
  await pipeline(Readable.from(pieces), query);
  return query.rowCount;
};
