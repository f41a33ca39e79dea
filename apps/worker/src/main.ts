import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, configOfProcess, openDatabase, PostOffice, Queue, Stopping } from '@sampan/kernel';
import { JobRunner } from '@sampan/platform';
import { Logger } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { WorkerModule } from './worker.module';

/** Delivers events and runs jobs, beside an api that is started with SAMPAN_WORKER=outside and has migrated the database. */
const main = async (): Promise<void> => {
  const config = configOfProcess();
  const worker = await NestFactory.createApplicationContext(WorkerModule.with(config), { bufferLogs: true, abortOnError: false });
  worker.useLogger(worker.get(Logger));
  await openDatabase(worker.get(DataSource), config);
  await worker.get(Queue).start();
  worker.get(Stopping).onSignal(worker);
  await worker.get(PostOffice).prepare();
  await worker.get(JobRunner).prepare();
  await worker.get(PostOffice).open();
  await worker.get(JobRunner).open();
  process.send?.({ ready: true });
};

main().catch((error: Error) => {
  console.error(error instanceof ConfigError ? `The configuration is not right:\n${error.message}` : `The worker could not start: ${error.message}`);
  process.exit(1);
});
