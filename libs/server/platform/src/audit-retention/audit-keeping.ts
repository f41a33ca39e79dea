import { Injectable } from '@nestjs/common';
import { Clock, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '../audit/audit';
import { expiryOf, staleRetention, whyNotKeep, type AuditKind } from './audit-kind.rules';
import type { AuditRetention } from './audit-retention.entity';
import { AuditRetentionRepository } from './audit-retention.repository';

const BATCHES_AT_ONCE = 50;

/** How long the audit is kept, and the removal of what has been kept long enough. */
@Injectable()
export class AuditKeeping {
  constructor(
    private readonly retention: AuditRetentionRepository,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(): Promise<AuditRetention[]> {
    return this.retention.list();
  }

  /** @throws BELOW_STATUTORY_MINIMUM, KEPT_TOO_LONG, STALE_VERSION */
  keep(viewer: Viewer, kind: AuditKind, { keepMonths, version }: Pick<AuditRetention, 'keepMonths' | 'version'>): Promise<AuditRetention> {
    return this.unitOfWork.run(async () => {
      const kept = await this.retention.findForChange(kind);
      if (!kept) {
        throw notFound('RETENTION_NOT_FOUND', 'This kind of entry');
      }
      if (kept.version !== version) {
        throw staleRetention();
      }
      const refusal = whyNotKeep(keepMonths, kept.leastMonths);
      if (refusal) {
        throw refusal;
      }
      await this.retention.change(kind, { keepMonths, version: version + 1 });
      await this.audit.record(viewer, { action: 'audit.retention-changed', subjectType: 'audit', subjectId: null, details: { kind, from: kept.keepMonths, to: keepMonths } });
      return { ...kept, keepMonths, version: version + 1 };
    });
  }

  /** Removes some expired batches, each with its own audit entry, in one transaction. 0 when none is left. */
  removeExpired(viewer: Viewer): Promise<number> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      for (const { kind, keepMonths, leastMonths } of await this.retention.list()) {
        const months = Math.max(keepMonths, leastMonths);
        const batches = await this.retention.listExpired(kind, expiryOf(now, -months), BATCHES_AT_ONCE);
        for (const sealNumber of batches) {
          const entries = await this.retention.remove(sealNumber, now);
          await this.audit.record(viewer, { action: 'audit.batch-removed', subjectType: 'audit', subjectId: null, details: { seal: sealNumber, kind, entries, keptMonths: months } });
        }
        if (batches.length > 0) {
          return batches.length;
        }
      }
      return 0;
    });
  }
}
