import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Config, Queue, UnitOfWork, VERSION } from '@sampan/kernel';
import { BackupRuns, type LastBackup } from '../backup/backup-runs';
import { Documents } from '../documents/documents';
import { backupSituation, newestAttempt } from './backup.rules';
import { HEALTH_TOPICS, isUnprotected, judge, worst, type HealthFacts } from './health.rules';
import type { HealthReportDto } from './health.dto';

const DAY_MS = 86_400_000;

/** How the node is, for an administrator who is no engineer. */
@Injectable()
export class HealthReport {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly queue: Queue,
    private readonly documents: Documents,
    private readonly backups: BackupRuns,
    private readonly clock: Clock,
  ) {}

  async make(): Promise<HealthReportDto> {
    const last = await this.backups.last();
    const facts = await this.facts(last);
    const states = judge(facts);
    const topics = HEALTH_TOPICS.map((topic) => ({ topic, state: states[topic] }));
    return { ...facts, lastBackupAt: last?.finishedAt.toISOString() ?? null, state: worst(topics.map(({ state }) => state)), topics, version: VERSION, at: this.clock.now().toISOString() };
  }

  private async facts(last: LastBackup | null): Promise<HealthFacts> {
    const began = performance.now();
    const [{ now }] = (await this.unitOfWork.manager.query('SELECT now() AS now')) as [{ now: Date }];
    const databaseMs = Math.round(performance.now() - began);
    const here = this.clock.now();
    const disk = await statfs(this.config.dataDir);
    const newest = await this.backups.newest();
    const { waiting, oldestSeconds } = await this.queue.waiting();
    return {
      databaseMs,
      diskFreeBytes: disk.bavail * disk.bsize,
      diskFreePercent: Math.round((100 * disk.bavail) / disk.blocks),
      waiting,
      oldestWaitingSeconds: oldestSeconds,
      deadLetters: (await this.queue.deadLetters()).length,
      backup: backupSituation({
        days: last ? Math.floor((here.getTime() - last.finishedAt.getTime()) / DAY_MS) : null,
        complete: last?.complete ?? false,
        newest: newest ? newestAttempt(newest.outcome, here.getTime() - newest.startedAt.getTime()) : 'none',
      }),
      canPrint: this.documents.available,
      clockSeconds: Math.round(Math.abs(here.getTime() - now.getTime()) / 1000),
      unprotected: isUnprotected(this.config.publicUrl),
    };
  }
}
