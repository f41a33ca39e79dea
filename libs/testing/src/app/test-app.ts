import { Test } from '@nestjs/testing';
import { ConsoleLogger, type INestApplicationContext, type Type } from '@nestjs/common';
import { Clock, KernelModule, PostOffice, Queue, StoppedClock, UnitOfWork, type Config } from '@sampan/kernel';
import { JobRunner, PlatformModule } from '@sampan/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { parts } from '@sampan/rooms';
import { createTestDatabase } from '../database/test-database';

/** The rooms named and the generic services, without HTTP, on a migrated database of their own, with a clock that stands. */
export interface TestApp {
  readonly app: INestApplicationContext;
  readonly config: Config;
  readonly clock: StoppedClock;
  readonly unitOfWork: UnitOfWork;
  /** Outside any transaction: for making rows and for looking at them. */
  readonly manager: EntityManager;
  get<T>(provider: Type<T> | (abstract new (...parts: never[]) => T)): T;
  /** Delivers events and runs jobs from now on, as the worker does. */
  work(): Promise<void>;
  close(): Promise<void>;
}

export const testApp = async (rooms: readonly Type[], now = '2026-03-02T03:00:00Z'): Promise<TestApp> => {
  const { config, drop } = await createTestDatabase();
  const clock = new StoppedClock(now);
  const module = await Test.createTestingModule({ imports: [KernelModule.with(config, parts), PlatformModule, ...rooms] })
    .overrideProvider(Clock)
    .useValue(clock)
    .setLogger(new ConsoleLogger({ logLevels: [] }))
    .compile();
  const app = await module.init();
  const dataSource = await app.get(DataSource).initialize();
  await app.get(Queue).start();
  await app.get(PostOffice).prepare();
  await app.get(JobRunner, { strict: false }).prepare();
  return {
    app,
    config,
    clock,
    unitOfWork: app.get(UnitOfWork),
    manager: dataSource.manager,
    get: (provider) => app.get(provider as Type, { strict: false }),
    work: async () => {
      await app.get(PostOffice).open();
      await app.get(JobRunner, { strict: false }).open();
    },
    close: async () => {
      await app.close();
      await drop();
    },
  };
};
