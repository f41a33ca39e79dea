import { statfs } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Config, Metrics, Queue } from '@sampan/kernel';
import type { Pool } from 'pg';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { AuditSeals } from '../audit-seals/audit-seals';
import { BackupRuns } from '../backup/backup-runs';

/** Prometheus waits ten seconds for all of a page; what does not answer is left out of it. */
const PATIENCE_MS = 3_000;

/** What is true of the whole node and has to be looked up when Prometheus asks: queue, backup, audit, disk, connections. */
@Injectable()
export class NodeMetrics {
  private readonly waiting: Gauge;
  private readonly oldest: Gauge;
  private readonly dead: Gauge;
  private readonly backupAge: Gauge;
  private readonly unsealed: Gauge;
  private readonly free: Gauge;
  private readonly size: Gauge;
  private readonly connections: Gauge;

  constructor(
    private readonly metrics: Metrics,
    private readonly dataSource: DataSource,
    private readonly queue: Queue,
    private readonly backups: BackupRuns,
    private readonly seals: AuditSeals,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers: [metrics.registry] });
    this.waiting = gauge('sampan_queue_waiting', 'Letters (events and jobs) that are due and have not been begun.');
    this.oldest = gauge('sampan_queue_oldest_seconds', 'How long the oldest of them has been waiting.');
    this.dead = gauge('sampan_dead_letters', 'Letters given up after every try.');
    this.backupAge = gauge('sampan_backup_age_seconds', 'Since the last backup that can be restored; +Inf where there is none.');
    this.unsealed = gauge('sampan_audit_unsealed_seconds', 'How long the oldest audit entry that is in no seal has been waiting; 0 where there is none.');
    this.free = gauge('sampan_data_folder_free_bytes', 'Room that is left where files are kept.');
    this.size = gauge('sampan_data_folder_size_bytes', 'All the room that there is where files are kept.');
    this.connections = gauge('sampan_database_connections', 'Connections of this process to the database: busy and idle ones, and callers who wait for one.', ['state']);
  }

  /** The whole page, in the words of Prometheus. */
  async page(): Promise<string> {
    this.lookAtConnections();
    await Promise.all([
      this.look([this.waiting, this.oldest], () => this.lookAtQueue()),
      this.look([this.dead], () => this.lookAtDeadLetters()),
      this.look([this.backupAge], () => this.lookAtBackup()),
      this.look([this.unsealed], () => this.lookAtSeals()),
      this.look([this.free, this.size], () => this.lookAtDisk()),
    ]);
    return this.metrics.registry.metrics();
  }

  /** A number that cannot be known just now is missing; a former one would be believed. */
  private async look(gauges: readonly Gauge[], action: () => Promise<void>): Promise<void> {
    const known = await Promise.race([action().then(() => true, () => false), pause(PATIENCE_MS, false, { ref: false })]);
    if (!known) {
      gauges.forEach((gauge) => gauge.remove());
    }
  }

  private lookAtConnections(): void {
    const { totalCount = 0, idleCount = 0, waitingCount = 0 } = (this.dataSource.driver as unknown as { master?: Partial<Pool> }).master ?? {};
    this.connections.set({ state: 'busy' }, totalCount - idleCount);
    this.connections.set({ state: 'idle' }, idleCount);
    this.connections.set({ state: 'waiting' }, waitingCount);
  }

  private async lookAtQueue(): Promise<void> {
    const { waiting, oldestSeconds } = await this.queue.waiting();
    this.waiting.set(waiting);
    this.oldest.set(oldestSeconds);
  }

  private async lookAtDeadLetters(): Promise<void> {
    this.dead.set(await this.queue.countDeadLetters());
  }

  private async lookAtBackup(): Promise<void> {
    const last = await this.backups.last();
    this.backupAge.set(last ? this.secondsSince(last.finishedAt) : Infinity);
  }

  private async lookAtSeals(): Promise<void> {
    const oldest = await this.seals.oldestUnsealed();
    this.unsealed.set(oldest ? this.secondsSince(oldest) : 0);
  }

  private async lookAtDisk(): Promise<void> {
    const { bavail, blocks, bsize } = await statfs(this.config.dataDir);
    this.free.set(bavail * bsize);
    this.size.set(blocks * bsize);
  }

  private secondsSince(moment: Date): number {
    return Math.max(0, (this.clock.now().getTime() - moment.getTime()) / 1_000);
  }
}
