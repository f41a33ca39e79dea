import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Config } from './config/config';
import { createDataSource, type DatabaseParts, type EntityClass } from './database/data-source';
import { PreparedSql } from './database/prepared-sql';
import { DATABASE_PARTS, Replicas } from './database/replicas';
import { UnitOfWork } from './database/unit-of-work';
import { Bell } from './events/bell';
import { DeliveredEvent } from './events/delivered-event.entity';
import { Events } from './events/events';
import { Handlers } from './events/handlers';
import { PostOffice } from './events/post-office';
import { Queue } from './events/queue';
import { Cipher } from './security/cipher';
import { Stopping } from './stopping/stopping';
import { Metrics } from './telemetry/metrics';
import { ObservedWork } from './telemetry/observed-work';
import { NoTraces, traced, Traces } from './telemetry/traces';
import { Clock, SystemClock } from './time/clock';

/** The ground floor, known in every room. `main` opens the data source: building the app needs no database. */
@Global()
@Module({})
export class KernelModule implements OnApplicationShutdown {
  static readonly entities: readonly EntityClass[] = [DeliveredEvent];

  constructor(
    private readonly dataSource: DataSource,
    private readonly traces: Traces,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) {
      await this.dataSource.destroy();
    }
    await this.traces.close();
  }

  static with(config: Config, parts: DatabaseParts, clock: Clock = new SystemClock()): DynamicModule {
    const shared = [Metrics, ObservedWork, Cipher, Replicas, UnitOfWork, PreparedSql, Bell, Queue, Handlers, Events, PostOffice, Stopping];
    return {
      module: KernelModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: Traces, useFactory: () => openTraces(config) },
        { provide: DataSource, useFactory: (traces: Traces) => traced(createDataSource(config, parts), traces), inject: [Traces] },
        { provide: DATABASE_PARTS, useValue: parts },
        { provide: Clock, useValue: clock },
        ...shared,
      ],
      exports: [Config, DataSource, Traces, Clock, ...shared],
    };
  }
}

/** Whoever does not want traces does not load what makes them. */
const openTraces = async (config: Config): Promise<Traces> => {
  const { tracesUrl } = config;
  return tracesUrl ? new (await import('./telemetry/open-telemetry')).OpenTelemetry({ ...config, tracesUrl }) : new NoTraces();
};
