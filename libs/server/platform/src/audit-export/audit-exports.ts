import { Injectable } from '@nestjs/common';
import { DomainError, newId, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit } from '../audit/audit';
import { Files } from '../files/files';
import { Jobs } from '../jobs/jobs';
import { whyNotExport, type ExportFormat } from './audit-export.rules';

export const EXPORT_AUDIT = 'audit.export';

export interface ExportOrder {
  readonly id?: string | undefined;
  readonly from: Date;
  readonly until: Date;
  readonly format: ExportFormat;
}

/** Whole batches of a period for an auditor: as a job, because a year is long. */
@Injectable()
export class AuditExports {
  constructor(
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Returns the job's id. @throws PERIOD_EMPTY, PERIOD_TOO_LONG */
  start(viewer: Viewer, { id = newId(), from, until, format }: ExportOrder): Promise<string> {
    const refusal = whyNotExport(from, until);
    if (refusal) {
      throw refusal;
    }
    return this.unitOfWork.run(async () => {
      const period = { from: from.toISOString(), until: until.toISOString(), format };
      await this.audit.record(viewer, { action: 'audit.export-asked', subjectType: 'audit', subjectId: id, details: period });
      return this.jobs.start(viewer, { id, kind: EXPORT_AUDIT, input: { ...period, everything: viewer.reach === 'all' } });
    });
  }

  /** The file of a finished export, for whoever asked for it. @throws JOB_NOT_FOUND, EXPORT_NOT_READY */
  download(viewer: Viewer, jobId: string): ReturnType<Files['stream']> {
    return this.unitOfWork.run(async () => {
      const job = await this.jobs.get(viewer, jobId);
      if (job.kind !== EXPORT_AUDIT) {
        throw notFound('JOB_NOT_FOUND', 'The job');
      }
      const fileId = (job.result as { fileId?: string } | null)?.fileId;
      if (job.state !== 'done' || !fileId) {
        throw new DomainError('conflict', 'EXPORT_NOT_READY', 'The export is not ready yet.');
      }
      await this.audit.record(viewer, { action: 'audit.exported', subjectType: 'audit', subjectId: jobId });
      return this.files.stream(fileId);
    });
  }
}
