import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { In } from 'typeorm';
import type { AuditKind } from './audit-kind.rules';
import { AuditRemoval } from './audit-removal.entity';
import { AuditRetention } from './audit-retention.entity';

@Injectable()
export class AuditRetentionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(): Promise<AuditRetention[]> {
    return this.unitOfWork.manager.find(AuditRetention, { order: { kind: 'ASC' } });
  }

  /** Null for a kind that does not exist; locked, so that two changes follow each other. */
  findForChange(kind: AuditKind): Promise<AuditRetention | null> {
    return this.unitOfWork.manager.findOne(AuditRetention, { where: { kind }, lock: { mode: 'pessimistic_write' } });
  }

  async change(kind: AuditKind, change: Pick<AuditRetention, 'keepMonths' | 'version'>): Promise<void> {
    await this.unitOfWork.manager.update(AuditRetention, { kind }, change);
  }

  /** The oldest batches of a kind whose last entry is older than that, and whose entries are still there. */
  async listExpired(kind: AuditKind, before: Date, most: number): Promise<number[]> {
    const rows = (await this.unitOfWork.manager.query(
      `SELECT s.number FROM audit_seal s
       WHERE s.kind = $1 AND s.to_at <= $2 AND NOT EXISTS (SELECT FROM audit_removal r WHERE r.seal_number = s.number)
       ORDER BY s.number LIMIT $3`,
      [kind, before, most],
    )) as { number: number }[];
    return rows.map(({ number }) => number);
  }

  /**
   * The one way past the trigger: a function of the database that itself looks whether the time of the batch is over.
   * Returns how many entries are gone.
   */
  async remove(sealNumber: number, now: Date): Promise<number> {
    const [{ removed }] = (await this.unitOfWork.manager.query('SELECT remove_expired_audit($1, $2) AS removed', [sealNumber, now])) as [{ removed: number }];
    return removed;
  }

  async removalsOf(sealNumbers: readonly number[]): Promise<ReadonlyMap<number, AuditRemoval>> {
    const removals = await this.unitOfWork.manager.findBy(AuditRemoval, { sealNumber: In([...sealNumbers]) });
    return new Map(removals.map((removal) => [removal.sealNumber, removal]));
  }
}
