import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, configOfProcess, describeFailure, Metrics, openDatabase, PostOffice, Queue, Stopping, StructuredLog, tellCrashes } from '@sampan/kernel';
import { JobRunner, NodeMetrics } from '@sampan/platform';
import { DataSource } from 'typeorm';
import { openMetricsDoor } from './metrics-door';
import { WorkerModule } from './worker.module';

/** Delivers events and runs jobs, beside an api that is started with SAMPAN_WORKER=outside and has migrated the database. */
const main = async (): Promise<void> => {
  const config = configOfProcess();
  const log = new StructuredLog({ level: config.logLevel, program: 'worker' });
  tellCrashes(log);
  const worker = await NestFactory.createApplicationContext(WorkerModule.with(config), { bufferLogs: true, abortOnError: false });
  worker.useLogger(log);
  worker.get(Metrics).watchProcess('worker');
  await openDatabase(worker.get(DataSource), config);
  await worker.get(Queue).start();
  worker.get(Stopping).onSignal(worker);
  await worker.get(PostOffice).prepare();
  await worker.get(JobRunner).prepare();
  await worker.get(PostOffice).open();
  await worker.get(JobRunner).open();
  openMetricsDoor(config, worker.get(NodeMetrics));
  process.send?.({ ready: true });
};

main().catch((error: Error) => {
  const log = new StructuredLog({ level: 'fatal', program: 'worker' });
  log.fatal(describeFailure(error), error instanceof ConfigError ? `The configuration is not right:\n${error.message}` : `The worker could not start: ${error.message}`, 'Start');
  process.exit(1);
});
