import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { PgBoss, type Db } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { Config } from '../config/config';
import { workingRole } from '../database/data-source';
import { UnitOfWork } from '../database/unit-of-work';
import { ObservedWork, type WorkOutcome } from '../telemetry/observed-work';
import { causeOfThis } from '../telemetry/under-way';

export const DEAD_LETTERS = 'dead-letters';

/** One retry policy for news and for long work: patient, with growing pauses, and then visible to an administrator. */
const PATIENCE = { retryLimit: 5, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 } as const;

/** Nobody looks after a dead process: its work is taken up again after this many silent seconds. */
const HEARTBEAT_SECONDS = 10;

/** New work announces itself; what waits for another try is found by looking, this often. */
const RETRIES_SEEN_WITHIN_SECONDS = 3;

export interface QueueOptions {
  /** Long work is found dead by its silence and resumed; it may run for as long as this. */
  readonly expireInSeconds?: number;
  readonly concurrency?: number;
}

/**
 * pg-boss, which is our outbox and our scheduler: what is sent inside a unit of work exists only if that is kept.
 * The product's schema and the queue's are neighbours in one database, so it is one transaction.
 */
@Injectable()
export class Queue implements OnApplicationShutdown, OnModuleDestroy {
  private readonly boss: PgBoss;
  private readonly schema: string;
  private started: Promise<unknown> | undefined;
  private readonly worked = new Set<string>();
  private readonly stopping = new AbortController();

  constructor(
    config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly observed: ObservedWork,
  ) {
    this.boss = new PgBoss({ ...queueOptions(config), useListenNotify: true, superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 });
    this.schema = queueOptions(config).schema;
    // Errors of the database are seen by readiness and retried by pg-boss; without a listener they would end the process.
    this.boss.on('error', () => undefined);
  }

  start(): Promise<unknown> {
    this.started ??= this.boss.start().then(() => this.boss.createQueue(DEAD_LETTERS, { retryLimit: 0, deleteAfterSeconds: 0, retentionSeconds: 31_536_000 }));
    return this.started;
  }

  async ensure(name: string, { expireInSeconds = 900 }: QueueOptions = {}): Promise<void> {
    await this.start();
    const policy = { ...PATIENCE, expireInSeconds, heartbeatSeconds: HEARTBEAT_SECONDS, deadLetter: DEAD_LETTERS, notify: true };
    await this.boss.createQueue(name, policy);
  }

  /** Inside a unit of work it is part of that transaction. `attempts` only where patience makes no sense. */
  async send(name: string, data: object, { attempts }: { attempts?: number } = {}): Promise<void> {
    await this.start();
    const cause = causeOfThis();
    await this.boss.send(name, cause ? { ...data, cause } : data, {
      ...(attempts ? { retryLimit: attempts - 1 } : {}),
      ...(this.unitOfWork.isRunning ? { db: inTransactionOf(this.unitOfWork.manager) } : {}),
    });
  }

  async work(name: string, { concurrency = 1 }: QueueOptions, handler: (id: string, data: unknown, signal: AbortSignal) => Promise<WorkOutcome | void>): Promise<void> {
    this.worked.add(name);
    await this.boss.work(name, { batchSize: 1, localConcurrency: concurrency, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: RETRIES_SEEN_WITHIN_SECONDS }, async ([job]) => {
      if (job) {
        const signal = AbortSignal.any([job.signal, this.stopping.signal]);
        await this.observed.run(name, job.id, job.data, () => handler(job.id, job.data, signal)).catch((error: Error) => {
          throw new WorkFailed(error.name);
        });
      }
    });
  }

  /** Cron in UTC; the same name scheduled twice is one schedule. */
  async schedule(name: string, cron: string): Promise<void> {
    await this.boss.schedule(name, cron);
  }

  async deadLetters(): Promise<DeadLetter[]> {
    const jobs = await this.boss.findJobs<Record<string, unknown>>(DEAD_LETTERS, { queued: true });
    return jobs.map(({ id, createdOn, sourceName, sourceOutput }) => ({
      id,
      diedAt: createdOn,
      queue: sourceName ?? 'unknown',
      reason: (sourceOutput as { message?: string } | null)?.message ?? 'unknown',
    }));
  }

  async countDeadLetters(): Promise<number> {
    const { rows } = await this.boss.getDb().executeSql(`SELECT count(*)::int AS dead FROM ${this.schema}.job WHERE name = $1 AND state IN ('created', 'retry')`, [DEAD_LETTERS]);
    return (rows[0] as { dead: number }).dead;
  }

  /** What is due and has not been begun, and how many seconds the oldest of it has been waiting. */
  async waiting(): Promise<{ waiting: number; oldestSeconds: number }> {
    const { rows } = await this.boss.getDb().executeSql(
      `SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM now() - min(start_after)), 0)::int AS "oldestSeconds"
       FROM ${this.schema}.job WHERE state IN ('created', 'retry') AND start_after <= now() AND name <> $1`,
      [DEAD_LETTERS],
    );
    return rows[0] as { waiting: number; oldestSeconds: number };
  }

  /** Sends a dead letter to the queue it came from again. Returns how many were sent. */
  redrive(id: string): Promise<number> {
    return this.boss.redrive(DEAD_LETTERS, { ids: [id] });
  }

  /** Takes nothing new and tells long work to stop at its next step, while requests that are under way may still send. */
  onModuleDestroy(): void {
    this.stopping.abort();
    this.worked.forEach((name) => void this.boss.offWork(name, { wait: false }).catch(() => undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.started) {
      await this.boss.stop({ graceful: true, timeout: 10_000 });
    }
  }
}

/** Creates or upgrades the queue's tables, and lets the product's working role send inside its own transactions. */
export const prepareQueue = async (config: Pick<Config, 'directDatabaseUrl' | 'schema'>, rights: 'with rights' | 'without rights' = 'with rights'): Promise<void> => {
  const { schema } = queueOptions(config);
  const boss = new PgBoss({ ...queueOptions(config), supervise: false, schedule: false, registerInstance: false });
  await boss.start();
  try {
    if (rights === 'without rights') {
      return;
    }
    const role = workingRole(config.schema);
    await boss.getDb().executeSql(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await boss.getDb().executeSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
    await boss.getDb().executeSql(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`);
  } finally {
    await boss.stop({ graceful: false });
  }
};

const queueOptions = ({ directDatabaseUrl, schema }: Pick<Config, 'directDatabaseUrl' | 'schema'>) => ({
  connectionString: directDatabaseUrl,
  schema: `${schema}_queue`,
  application_name: 'sampan-queue',
  max: 6,
});

export interface DeadLetter {
  readonly id: string;
  readonly diedAt: Date;
  readonly queue: string;
  /** The class of the failure, never its message: that may carry a person's data. */
  readonly reason: string;
}

/** What the queue keeps of a failure: only its class, because a message may carry a row's values. */
class WorkFailed extends Error {}

/** Runs pg-boss' statements on the connection of the running transaction. */
const inTransactionOf = (manager: EntityManager): Db => ({
  executeSql: async (text, values) => {
    const { records } = (await manager.queryRunner!.query(text, values as unknown[], true)) as { records: unknown[] };
    return { rows: records };
  },
});
