import 'reflect-metadata';
import { ConfigError, configOfProcess, migrate, openDatabase, PostOffice, Queue, Stopping, type Config } from '@sampan/kernel';
import { ReferenceData } from '@sampan/organisations';
import { JobRunner } from '@sampan/platform';
import { DataSource } from 'typeorm';
import { createApp, serveDocs } from './create-app';
import { parts } from './rooms';
import { SetUp } from './set-up/set-up';

const main = async (): Promise<void> => {
  const config = readOrLeave();
  await migrate(config, parts);
  const app = await createApp(config);
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
    console.log(setUp);
  }
  process.send?.({ ready: true, url: await app.getUrl(), ...(setUp ? { setUp } : {}) });
};

const readOrLeave = (): Config => {
  try {
    return configOfProcess();
  } catch (error) {
    if (error instanceof ConfigError) {
      console.error(`The configuration is not right:\n${error.problems.map(({ variable, message }) => `  ${variable} ${message}`).join('\n')}`);
      process.exit(78);
    }
    throw error;
  }
};

main().catch((error: Error) => {
  console.error(`Sampan could not start: ${error.message}`);
  process.exit(1);
});
