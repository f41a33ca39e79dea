import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../config/config';
import { traced, Traces } from '../telemetry/traces';
import { Clock } from '../time/clock';
import { createDataSource, type DatabaseParts } from './data-source';
import { openDatabase } from './open-database';

export const DATABASE_PARTS = Symbol('the entities and migrations of all rooms');

/** A copy that did not answer is left alone for so long. */
const REST_MS = 5_000;

interface Replica {
  readonly dataSource: DataSource;
  opening: Promise<unknown> | null;
  restsUntil: number;
}

/**
 * The database's copies, asked in turn. TypeORM's own replication setting cannot start while one copy is down and goes on
 * asking it; here a copy is opened when it is first needed, and one that fails is left out for a while.
 */
@Injectable()
export class Replicas implements OnApplicationShutdown {
  private readonly replicas: readonly Replica[];
  private turn = 0;

  constructor(
    private readonly config: Config,
    @Inject(DATABASE_PARTS) parts: DatabaseParts,
    private readonly clock: Clock,
    traces: Traces,
  ) {
    this.replicas = config.replicaUrls.map((databaseUrl) => ({ dataSource: traced(createDataSource({ ...config, databaseUrl }, parts), traces), opening: null, restsUntil: 0 }));
  }

  get exist(): boolean {
    return this.replicas.length > 0;
  }

  /** A copy that is well, opened when it is first needed; null when there is none: the original must be asked then. */
  async find(): Promise<EntityManager | null> {
    const replica = this.next();
    if (!replica) {
      return null;
    }
    try {
      replica.opening ??= openDatabase(replica.dataSource, this.config);
      await replica.opening;
      return replica.dataSource.manager;
    } catch {
      replica.opening = null;
      this.rest(replica);
      return null;
    }
  }

  /** The copy did not answer: whoever comes next asks elsewhere. */
  leaveOut(manager: EntityManager): void {
    this.replicas.filter(({ dataSource }) => dataSource.manager === manager).forEach((replica) => this.rest(replica));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.replicas.map(({ dataSource }) => (dataSource.isInitialized ? dataSource.destroy() : null)));
  }

  private next(): Replica | null {
    const now = this.clock.now().getTime();
    const well = this.replicas.filter(({ restsUntil }) => restsUntil <= now);
    this.turn += 1;
    return well[this.turn % well.length] ?? null;
  }

  private rest(replica: Replica): void {
    replica.restsUntil = this.clock.now().getTime() + REST_MS;
  }
}
