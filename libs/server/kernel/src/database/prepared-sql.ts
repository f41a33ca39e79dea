import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { QueryFailedError } from 'typeorm';
import { Config } from '../config/config';
import { Traces } from '../telemetry/traces';
import { UnitOfWork } from './unit-of-work';

/** A statement with many shapes (so many words, so many centres) is planned anew rather than kept in every connection. */
const MOST_STATEMENTS = 300;

/**
 * Statements that are asked all day. PostgreSQL parses and plans each of them once per connection, and answers with plain
 * rows: no entity is made of them. Inside a unit of work they are part of its transaction.
 * Days must be selected as text (`birth_date::text`), because the driver would make a moment of them.
 */
@Injectable()
export class PreparedSql {
  private readonly names = new Map<string, string>();
  /** A pooler gives each transaction another connection, which does not know what the one before has prepared. */
  private readonly mostStatements: number;

  constructor(
    { databaseUrl, directDatabaseUrl }: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly traces: Traces,
  ) {
    this.mostStatements = databaseUrl === directDatabaseUrl ? MOST_STATEMENTS : 0;
  }

  async rows<R extends object>(text: string, values: readonly unknown[]): Promise<R[]> {
    const query: QueryConfig = { text, values: [...values], ...this.nameOf(text) };
    try {
      return await this.traces.statement(text, async () => ((await (await this.connection()).query(query)) as QueryResult<R>).rows);
    } catch (error) {
      // As every other statement fails, so that a transaction that the database asks for again is tried again.
      throw new QueryFailedError(text, undefined, error as Error);
    }
  }

  /**
   * Inserts many rows by one statement, whose text does not depend on how many there are. Table and columns are names of
   * the code, never of a request; every row has the same ones.
   * @param unless what to do with rows that are there already: `ON CONFLICT DO NOTHING`
   * @returns what `returning` names, of the rows that were written
   */
  async insertMany<R extends object = object>(table: string, rows: readonly Readonly<Record<string, unknown>>[], { unless = '', returning = '' } = {}): Promise<R[]> {
    if (rows.length === 0) {
      return [];
    }
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    return this.rows<R>(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::${table}, $1::jsonb) ${unless} ${returning ? `RETURNING ${returning}` : ''}`,
      [JSON.stringify(rows)],
    );
  }

  private async connection(): Promise<Pick<PoolClient, 'query'>> {
    const { queryRunner, dataSource } = this.unitOfWork.manager;
    return queryRunner ? ((await queryRunner.connect()) as PoolClient) : (dataSource.driver as unknown as { master: Pool }).master;
  }

  private nameOf(text: string): { name?: string } {
    const known = this.names.get(text);
    if (known) {
      return { name: known };
    }
    if (this.names.size >= this.mostStatements) {
      return {};
    }
    const name = `sampan_${this.names.size + 1}`;
    this.names.set(text, name);
    return { name };
  }
}
