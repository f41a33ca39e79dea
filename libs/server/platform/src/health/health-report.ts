import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Config, Queue, UnitOfWork, VERSION } from '@sampan/kernel';
import { Documents } from '../documents/documents';
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
    private readonly clock: Clock,
  ) {}

  async make(): Promise<HealthReportDto> {
    const facts = await this.facts();
    const states = judge(facts);
    const topics = HEALTH_TOPICS.map((topic) => ({ topic, state: states[topic] }));
    return { ...facts, state: worst(topics.map(({ state }) => state)), topics, version: VERSION, at: this.clock.now().toISOString() };
  }

  private async facts(): Promise<HealthFacts> {
    const began = performance.now();
    const [{ now, backup }] = (await this.unitOfWork.manager.query(
      `SELECT now() AS now, (SELECT at FROM audit_entry WHERE action = 'backup.made' ORDER BY at DESC LIMIT 1) AS backup`,
    )) as [{ now: Date; backup: Date | null }];
    const databaseMs = Math.round(performance.now() - began);
    const here = this.clock.now();
    const disk = await statfs(this.config.dataDir);
    const { waiting, oldestSeconds } = await this.queue.waiting();
    return {
      databaseMs,
      diskFreeBytes: disk.bavail * disk.bsize,
      diskFreePercent: Math.round((100 * disk.bavail) / disk.blocks),
      waiting,
      oldestWaitingSeconds: oldestSeconds,
      deadLetters: (await this.queue.deadLetters()).length,
      daysSinceBackup: backup ? Math.floor((here.getTime() - backup.getTime()) / DAY_MS) : null,
      canPrint: this.documents.available,
      clockSeconds: Math.round(Math.abs(here.getTime() - now.getTime()) / 1000),
      unprotected: isUnprotected(this.config.publicUrl),
    };
  }
}
