import { createApp } from '@sampan/app';
import { PostOffice, Queue, type Clock, type Config } from '@sampan/kernel';
import { ReferenceData } from '@sampan/organisations';
import { JobRunner } from '@sampan/platform';
import { DataSource } from 'typeorm';

/** The product on a port of its own, with its worker, for as long as `act` needs it. The clock may stand in the past. */
export const withRunningProduct = async (config: Config, clock: Clock, act: (url: string) => Promise<void>): Promise<void> => {
  const app = await createApp({ ...config, logLevel: 'silent', webDir: null }, clock);
  await app.get(DataSource).initialize();
  await app.get(ReferenceData).load();
  await app.get(Queue).start();
  await app.get(PostOffice).prepare();
  await app.get(JobRunner).prepare();
  await app.get(PostOffice).open();
  await app.get(JobRunner).open();
  await app.listen(0, '127.0.0.1');
  try {
    await act((await app.getUrl()).replace('[::1]', '127.0.0.1'));
  } finally {
    await app.close();
  }
};
