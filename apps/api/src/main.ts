import 'reflect-metadata';
import { ConfigError, configOfProcess, describeFailure, migrate, openDatabase, PostOffice, Queue, Stopping, StructuredLog, tellCrashes } from '@sampan/kernel';
import { ReferenceData } from '@sampan/organisations';
import { JobRunner } from '@sampan/platform';
import { DataSource } from 'typeorm';
import { createApp, serveDocs } from './create-app';
import { parts } from './rooms';
import { SetUp } from './set-up/set-up';

const main = async (): Promise<void> => {
  const config = configOfProcess();
  const log = new StructuredLog({ level: config.logLevel, program: 'api' });
  tellCrashes(log);
  await migrate(config, parts);
  const app = await createApp(config, undefined, log);
  await openDatabase(app.get(DataSource), config);
  await app.get(ReferenceData).load();
  serveDocs(app);
  await app.get(Queue).start();
  await app.get(PostOffice).prepare();
  await app.get(JobRunner).prepare();
  app.get(Stopping).onSignal(app);
  await app.listen(config.port, config.host);
  if (config.worksInside) {
    await app.get(PostOffice).open();
    await app.get(JobRunner).open();
  }
  const setUp = await app.get(SetUp).invitation();
  if (setUp) {
    log.warn(setUp, 'SetUp');
  }
  process.send?.({ ready: true, url: await app.getUrl(), ...(setUp ? { setUp } : {}) });
};

/** The operator stands beside it and must be told in words; nobody's data is read before the start is over. */
main().catch((error: Error) => {
  const log = new StructuredLog({ level: 'fatal', program: 'api' });
  if (error instanceof ConfigError) {
    log.fatal(`The configuration is not right:\n${error.problems.map(({ variable, message }) => `  ${variable} ${message}`).join('\n')}`, 'Start');
    process.exit(78);
  }
  log.fatal(describeFailure(error), `Sampan could not start: ${error.message}`, 'Start');
  process.exit(1);
});
