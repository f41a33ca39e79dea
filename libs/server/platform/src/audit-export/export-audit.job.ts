import { Injectable } from '@nestjs/common';
import { systemViewer, UnitOfWork } from '@sampan/kernel';
import { AuditRetentionRepository } from '../audit-retention/audit-retention.repository';
import { AuditSealing, type Sealed } from '../audit-seals/audit-sealing';
import type { AuditSeal } from '../audit-seals/audit-seal.entity';
import { AuditSealsRepository } from '../audit-seals/audit-seals.repository';
import { Files } from '../files/files';
import { RunsJob, type RunnableJob, type RunningJob } from '../jobs/runs-job';
import { WRITERS, type ExportedEntry, type ExportedSeal, type ExportFormat } from './audit-export.rules';
import { EXPORT_AUDIT } from './audit-exports';

interface ExportInput extends Record<string, unknown> {
  readonly from: string;
  readonly until: string;
  readonly format: ExportFormat;
  /** Whether entries of no centre may be shown too. */
  readonly everything: boolean;
}

const MEDIA_TYPES: Record<ExportFormat, string> = { csv: 'text/csv', ndjson: 'application/x-ndjson' };
const SEALS_AT_ONCE = 20;

class Interrupted extends Error {}

/**
 * Writes the batches of a period, one after the other. What the requester may not see is there as a hash: the chain can
 * be checked without it. Begun again after a crash it begins a new file.
 */
@Injectable()
@RunsJob({ kind: EXPORT_AUDIT })
export class ExportAudit implements RunnableJob<ExportInput> {
  constructor(
    private readonly sealing: AuditSealing,
    private readonly seals: AuditSealsRepository,
    private readonly retention: AuditRetentionRepository,
    private readonly files: Files,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(job: RunningJob<ExportInput>): Promise<Record<string, unknown>> {
    const { from, until, format } = job.input;
    for (let former: Sealed | null = null; former?.leftOver ?? true; ) {
      stopWhenAsked(job.signal);
      former = await this.sealing.seal(undefined, former?.run ?? null);
    }
    const total = await this.seals.countBetween(new Date(from), new Date(until));
    const counts = { seals: 0, entries: 0 };
    const name = `audit-${from.slice(0, 10)}-${until.slice(0, 10)}.${format}`;
    const owner = { ...systemViewer(EXPORT_AUDIT, []), userId: job.requestedBy };
    const fileId = await this.files.keepPieces(owner, { name, mediaType: MEDIA_TYPES[format] }, this.pieces(job, total, counts));
    return { fileId, ...counts };
  }

  private async *pieces(job: RunningJob<ExportInput>, total: number, counts: { seals: number; entries: number }): AsyncGenerator<Buffer> {
    const { from, until, format } = job.input;
    const writer = WRITERS[format];
    yield Buffer.from(writer.begin);
    for (let last = 0; ; ) {
      const page = await this.seals.listBetween(new Date(from), new Date(until), last, SEALS_AT_ONCE);
      const removals = await this.retention.removalsOf(page.map(({ number }) => number));
      for (const seal of page) {
        stopWhenAsked(job.signal);
        const entries = await this.entriesOf(seal, job);
        counts.seals += 1;
        counts.entries += entries.length;
        yield Buffer.from(writer.batch({ ...facts(seal), removedAt: removals.get(seal.number)?.removedAt.toISOString() ?? null }, entries));
        await this.unitOfWork.run(() => job.progress(counts.seals, total));
      }
      if (page.length < SEALS_AT_ONCE) {
        return;
      }
      last = page.at(-1)!.number;
    }
  }

  private async entriesOf(seal: AuditSeal, { input, viewer }: RunningJob<ExportInput>): Promise<ExportedEntry[]> {
    const lines = await this.seals.lines(seal.number);
    return lines.map(({ position, hash, entry }) => {
      const shown = entry !== null && (input.everything || (entry.centreId !== null && viewer.centreIds.includes(entry.centreId)));
      return { type: shown ? 'entry' : 'withheld', seal: seal.number, position, hash: hash.toString('hex'), entry: shown ? { ...entry } : null };
    });
  }
}

const facts = ({ fromAt, toAt, sealedAt, ...seal }: AuditSeal): ExportedSeal => ({
  type: 'seal', ...seal, fromAt: fromAt.toISOString(), toAt: toAt.toISOString(), sealedAt: sealedAt.toISOString(),
});

const stopWhenAsked = (signal: AbortSignal): void => {
  if (signal.aborted) {
    throw new Interrupted();
  }
};
