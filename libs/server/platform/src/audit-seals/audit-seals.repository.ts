import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import type { SealableEntry } from './audit-digest.rules';
import { AuditSealLine } from './audit-seal-line.entity';
import { AuditSeal } from './audit-seal.entity';
import type { Place, Standing } from './seal-horizon.rules';

/** One sealing at a time in a database; released with the transaction. */
const LOCK = 7_266_231;

export type UnsealedEntry = SealableEntry & { readonly recordedIn: string };

export interface CheckedLine {
  readonly entryId: string;
  readonly position: number;
  readonly hash: Buffer;
  /** Null when the entry is gone. */
  readonly entry: SealableEntry | null;
}

export interface LooseEntry {
  readonly id: string;
  readonly at: Date;
  readonly recordedIn: string;
}

/** An entry as text, moments to the microsecond in UTC whatever the connection's time zone is. */
export const entryColumns = (alias: string): string => `
  ${alias}.id, to_char(${alias}.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, ${alias}.viewer_id AS "viewerId", ${alias}.action,
  ${alias}.subject_type AS "subjectType", ${alias}.subject_id AS "subjectId", ${alias}.person_id AS "personId", ${alias}.centre_id AS "centreId",
  ${alias}.request_id AS "requestId", ${alias}.details`;

@Injectable()
export class AuditSealsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async lock(): Promise<void> {
    await this.unitOfWork.manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  }

  /** Asked before entries are read: all that had ended then is seen by whatever is read later. */
  async standing(): Promise<Standing> {
    const [row] = (await this.unitOfWork.manager.query(
      `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS cluster, pg_snapshot_xmin(pg_current_snapshot())::text AS "lowestRunning"`,
    )) as [{ cluster: string; lowestRunning: string }];
    return { cluster: row.cluster, lowestRunning: BigInt(row.lowestRunning) };
  }

  async newest(): Promise<AuditSeal | null> {
    const [seal] = await this.unitOfWork.manager.find(AuditSeal, { order: { number: 'DESC' }, take: 1 });
    return seal ?? null;
  }

  async newestCaughtUp(): Promise<AuditSeal | null> {
    const [seal] = await this.unitOfWork.manager.find(AuditSeal, { where: { caughtUp: true }, order: { number: 'DESC' }, take: 1 });
    return seal ?? null;
  }

  listAfter(number: number, most: number): Promise<AuditSeal[]> {
    return this.unitOfWork.manager.find(AuditSeal, { where: { number: MoreThan(number) }, order: { number: 'ASC' }, take: most });
  }

  /** Batches that tell of something within a period, by number. */
  listBetween(from: Date, until: Date, after: number, most: number): Promise<AuditSeal[]> {
    return this.unitOfWork.manager.find(AuditSeal, { where: { number: MoreThan(after), ...between(from, until) }, order: { number: 'ASC' }, take: most });
  }

  countBetween(from: Date, until: Date): Promise<number> {
    return this.unitOfWork.manager.countBy(AuditSeal, between(from, until));
  }

  /** Entries that are in no batch, by the transaction that wrote them. */
  unsealed({ recordedIn, id }: Place, most: number): Promise<UnsealedEntry[]> {
    return this.unitOfWork.manager.query(
      `SELECT ${entryColumns('e')}, e.recorded_in::text AS "recordedIn"
       FROM audit_entry e
       WHERE (e.recorded_in, e.id) > ($1, $2::uuid) AND NOT EXISTS (SELECT FROM audit_seal_line l WHERE l.entry_id = e.id)
       ORDER BY e.recorded_in, e.id LIMIT $3`,
      [recordedIn.toString(), id, most],
    ) as Promise<UnsealedEntry[]>;
  }

  async add(seal: AuditSeal, lines: readonly Pick<AuditSealLine, 'entryId' | 'hash'>[]): Promise<void> {
    await this.unitOfWork.manager.insert(AuditSeal, seal);
    await this.unitOfWork.manager.query(
      `INSERT INTO audit_seal_line (entry_id, seal_number, position, hash)
       SELECT entry_id, $1, place - 1, hash FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS line (entry_id, hash, place)`,
      [seal.number, lines.map(({ entryId }) => entryId), lines.map(({ hash }) => hash)],
    );
  }

  /** The lines of a batch, each with its entry as it is today. */
  async lines(sealNumber: number): Promise<CheckedLine[]> {
    const rows = (await this.unitOfWork.manager.query(
      `SELECT l.entry_id AS "entryId", l.position, l.hash, ${entryColumns('e')}
       FROM audit_seal_line l LEFT JOIN audit_entry e ON e.id = l.entry_id
       WHERE l.seal_number = $1 ORDER BY l.position`,
      [sealNumber],
    )) as (SealableEntry & { entryId: string; position: number; hash: Buffer })[];
    return rows.map(({ entryId, position, hash, ...entry }) => ({ entryId, position, hash, entry: entry.id === null ? null : entry }));
  }

  /** Entries in no batch, by id, for a check that reads them all in bounded memory. */
  looseAfter(id: string, most: number): Promise<LooseEntry[]> {
    return this.unitOfWork.manager.query(
      `SELECT e.id, e.at, e.recorded_in::text AS "recordedIn" FROM audit_entry e
       WHERE e.id > $1 AND NOT EXISTS (SELECT FROM audit_seal_line l WHERE l.entry_id = e.id) ORDER BY e.id LIMIT $2`,
      [id, most],
    ) as Promise<LooseEntry[]>;
  }
}

const between = (from: Date, until: Date) => ({ toAt: MoreThanOrEqual(from), fromAt: LessThan(until) });
