import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Config, Metrics, Stopping, unavailabilityOf } from '@sampan/kernel';
import { DataSource } from 'typeorm';

export const PART_STATES = ['ok', 'slow', 'full', 'unavailable'] as const;
export type PartState = (typeof PART_STATES)[number];

export interface Part {
  readonly name: 'database' | 'files';
  readonly state: PartState;
  /** Since when it has been so, as far as this process knows. */
  readonly since: Date;
}

const LOOKED_AT_EVERY_MS = 5_000;
const SHARED_FOR_MS = 500;
/** A question that a healthy database answers in a millisecond. */
const SLOW_AFTER_MS = 1_000;
/** As much as a small upload. */
const SAMPLE_BYTES = 16_384;

/** Looks after what the product stands on, also while nobody asks, so that it can say since when something is wrong. */
@Injectable()
export class Readiness implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private latest: Promise<readonly Part[]> | undefined;
  private readonly parts = new Map<Part['name'], Part>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly stopping: Stopping,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOKED_AT_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  get isStopping(): boolean {
    return this.stopping.hasBegun;
  }

  /** Anybody may ask as often as they like; it is looked at twice a second at most. */
  look(): Promise<readonly Part[]> {
    this.latest ??= this.lookNow().finally(() => setTimeout(() => (this.latest = undefined), SHARED_FOR_MS).unref());
    return this.latest;
  }

  private async lookNow(): Promise<readonly Part[]> {
    const [database, files] = await Promise.all([this.lookAtDatabase(), this.lookAtFiles()]);
    return [this.note('database', database), this.note('files', files)];
  }

  private note(name: Part['name'], state: PartState): Part {
    const former = this.parts.get(name);
    const part = former?.state === state ? former : { name, state, since: this.clock.now() };
    this.parts.set(name, part);
    this.metrics.parts.set({ part: name }, state === 'ok' ? 1 : 0);
    return part;
  }

  private lookAtDatabase(): Promise<PartState> {
    if (!this.dataSource.isInitialized) {
      return Promise.resolve('unavailable');
    }
    const answer = this.dataSource.query('SELECT 1').then(
      () => 'ok' as const,
      (error: unknown) => (unavailabilityOf(error)?.code === 'DATABASE_SLOW' ? ('slow' as const) : ('unavailable' as const)),
    );
    return Promise.race([answer, pause(SLOW_AFTER_MS, 'slow' as const, { ref: false })]);
  }

  /** A file is really written: free space as a number says nothing about quotas and read-only disks. */
  private async lookAtFiles(): Promise<PartState> {
    const path = join(this.config.dataDir, 'files', `.sample-${randomBytes(6).toString('hex')}`);
    try {
      await mkdir(join(this.config.dataDir, 'files'), { recursive: true, mode: 0o700 });
      await writeFile(path, Buffer.alloc(SAMPLE_BYTES), { flag: 'wx', mode: 0o600 });
      return 'ok';
    } catch (error) {
      return unavailabilityOf(error)?.code === 'DISK_FULL' ? 'full' : 'unavailable';
    } finally {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }
}
