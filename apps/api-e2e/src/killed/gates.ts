import { Client } from 'pg';
import { until } from './product';

/** A job that is half-way: inside the transaction of that step, before it is kept. */
export const HALF_WAY = 'NEW.total IS NOT NULL AND OLD.done * 2 < NEW.total AND NEW.done * 2 >= NEW.total';

/** Any class of advisory locks that the product does not use. */
const CLASS = 4_073;

interface Place {
  readonly on: string;
  readonly event: 'INSERT' | 'UPDATE';
  /** Who has to wait, as SQL over NEW and OLD. */
  readonly when?: string;
}

/**
 * Gates in the database, through which the product walks in the middle of a transaction. A closed one holds whoever
 * comes, so that a test knows where the product is when it kills it, instead of hoping.
 */
export class Gates {
  private constructor(private readonly owner: Client) {}

  static async in(databaseUrl: string): Promise<Gates> {
    const owner = new Client({ connectionString: databaseUrl, application_name: 'test-gates' });
    owner.on('error', () => undefined);
    await owner.connect();
    await owner.query(`CREATE OR REPLACE FUNCTION sampan.wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock_shared(${CLASS}, TG_ARGV[0]::int); RETURN NEW; END $$`);
    return new Gates(owner);
  }

  /** Builds a gate, closed. */
  async close(gate: number, { on, event, when }: Place): Promise<void> {
    await this.owner.query('SELECT pg_advisory_lock($1, $2)', [CLASS, gate]);
    await this.owner.query(
      `CREATE TRIGGER gate_${gate} BEFORE ${event} ON ${on} FOR EACH ROW ${when ? `WHEN (${when})` : ''} EXECUTE FUNCTION sampan.wait_at_gate(${gate})`,
    );
  }

  async open(gate: number): Promise<void> {
    await this.owner.query('SELECT pg_advisory_unlock($1, $2)', [CLASS, gate]);
  }

  /** Until somebody stands before it. */
  untilReached(gate: number): Promise<void> {
    return until(`somebody stands before gate ${gate}`, async () => {
      const { rowCount } = await this.owner.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        [CLASS, gate],
      );
      return rowCount !== 0;
    });
  }

  /** Holds one row from here on, as a long transaction of somebody else would. Answers how many rows that were. */
  async hold(select: string, values: readonly unknown[]): Promise<number> {
    await this.owner.query('BEGIN');
    const { rowCount } = await this.owner.query(`${select} FOR UPDATE`, [...values]);
    return rowCount ?? 0;
  }

  async letGo(): Promise<void> {
    await this.owner.query('ROLLBACK');
  }

  untilSomebodyWaitsForARow(applicationName: string): Promise<void> {
    return until(`${applicationName} waits for a row`, async () => {
      const { rowCount } = await this.owner.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1 AND wait_event_type = 'Lock'`,
        [applicationName],
      );
      return rowCount !== 0;
    });
  }

  /** What a dead process has left waiting in the database must not finish its sentence after the death. */
  async endOrphans(): Promise<void> {
    await this.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'sampan-%'`);
  }

  async end(): Promise<void> {
    await this.owner.end();
  }
}
