import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { EntityClass } from '@sampan/kernel';
import { Audit } from './audit/audit';
import { AuditEntry } from './audit/audit-entry.entity';
import { AuditTrail } from './audit/audit-trail';
import { AuditExports } from './audit-export/audit-exports';
import { ExportAudit } from './audit-export/export-audit.job';
import { AuditKeeping } from './audit-retention/audit-keeping';
import { AuditRemoval } from './audit-retention/audit-removal.entity';
import { AuditRetention } from './audit-retention/audit-retention.entity';
import { AuditRetentionRepository } from './audit-retention/audit-retention.repository';
import { RemoveExpiredAudit } from './audit-retention/remove-expired-audit.job';
import { AuditSealLine } from './audit-seals/audit-seal-line.entity';
import { AuditSeal } from './audit-seals/audit-seal.entity';
import { AuditSealing } from './audit-seals/audit-sealing';
import { AuditSealsRepository } from './audit-seals/audit-seals.repository';
import { AuditSeals } from './audit-seals/audit-seals';
import { AuditVerification } from './audit-seals/audit-verification';
import { SealAudit } from './audit-seals/seal-audit.job';
import { BackupRun } from './backup/backup-run.entity';
import { BackupRuns } from './backup/backup-runs';
import { DeadLetters } from './dead-letters/dead-letters';
import { DeadLettersController } from './dead-letters/dead-letters.controller';
import { Documents } from './documents/documents';
import { Files } from './files/files';
import { StoredFile } from './files/stored-file.entity';
import { HealthReport } from './health/health-report';
import { HealthReportController } from './health/health-report.controller';
import { ForgetAnswers } from './idempotency/forget-answers.job';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { IdempotentRequest } from './idempotency/idempotent-request.entity';
import { Job } from './jobs/job.entity';
import { JobRunner } from './jobs/job-runner';
import { Jobs } from './jobs/jobs';
import { JobsController } from './jobs/jobs.controller';
import { JobsRepository } from './jobs/jobs.repository';
import { NodeMetrics } from './metrics/node-metrics';
import { Notification } from './notifications/notification.entity';
import { Notifications } from './notifications/notifications';
import { NotificationsController } from './notifications/notifications.controller';

/** Generic services that every room above uses; global, because each of them needs audit. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [JobsController, NotificationsController, DeadLettersController, HealthReportController],
  providers: [
    Audit, AuditTrail, AuditSealsRepository, AuditSeals, AuditSealing, AuditVerification, SealAudit, AuditRetentionRepository, AuditKeeping, RemoveExpiredAudit, AuditExports, ExportAudit,
    Jobs, JobsRepository, JobRunner, Files, Documents, Notifications, DeadLetters, BackupRuns, HealthReport, NodeMetrics, IdempotencyInterceptor, ForgetAnswers,
  ],
  exports: [Audit, AuditTrail, AuditSeals, AuditSealing, AuditVerification, AuditKeeping, AuditExports, Jobs, JobRunner, Files, Documents, Notifications, BackupRuns, NodeMetrics, IdempotencyInterceptor],
})
export class PlatformModule {
  static readonly entities: readonly EntityClass[] = [AuditEntry, AuditSeal, AuditSealLine, AuditRemoval, AuditRetention, Job, StoredFile, Notification, IdempotentRequest, BackupRun];
}
