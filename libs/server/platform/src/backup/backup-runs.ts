import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { BackupRun, type BackupOutcome } from './backup-run.entity';

export interface LastBackup {
  readonly finishedAt: Date;
  readonly bytes: number;
  readonly rows: number;
  readonly files: number;
  /** Whether every file was there and as it was kept. */
  readonly complete: boolean;
}

export interface NewestAttempt {
  readonly startedAt: Date;
  readonly outcome: BackupOutcome;
}

/** When the last backup was made; backups themselves are made by `npm run admin -- backup`. */
@Injectable()
export class BackupRuns {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null when there is none that can be restored. */
  async last(): Promise<LastBackup | null> {
    const [run] = await this.unitOfWork.manager.find(BackupRun, {
      where: [{ kind: 'backup', outcome: 'done' }, { kind: 'backup', outcome: 'incomplete' }],
      order: { startedAt: 'DESC' },
      take: 1,
    });
    return run?.finishedAt
      ? { finishedAt: run.finishedAt, bytes: Number(run.bytes), rows: Number(run.rows), files: run.files ?? 0, complete: run.outcome === 'done' }
      : null;
  }

  /** What became of the newest attempt, whether or not anything can be restored from it; null when nobody has tried. */
  async newest(): Promise<NewestAttempt | null> {
    const [run] = await this.unitOfWork.manager.find(BackupRun, { where: { kind: 'backup' }, order: { startedAt: 'DESC' }, take: 1 });
    return run ? { startedAt: run.startedAt, outcome: run.outcome } : null;
  }
}
