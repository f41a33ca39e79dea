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
import { Clock, SystemClock } from './time/clock';

/** The ground floor, known in every room. `main` opens the data source: building the app needs no database. */
@Global()
@Module({})
export class KernelModule implements OnApplicationShutdown {
  static readonly entities: readonly EntityClass[] = [DeliveredEvent];

  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) {
      await this.dataSource.destroy();
    }
  }

  static with(config: Config, parts: DatabaseParts, clock: Clock = new SystemClock()): DynamicModule {
    const dataSource = createDataSource(config, parts);
    const shared = [Cipher, Replicas, UnitOfWork, PreparedSql, Bell, Queue, Handlers, Events, PostOffice, Stopping];
    return {
      module: KernelModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: DataSource, useValue: dataSource },
        { provide: DATABASE_PARTS, useValue: parts },
        { provide: Clock, useValue: clock },
        ...shared,
      ],
      exports: [Config, DataSource, Clock, ...shared],
    };
  }
}
