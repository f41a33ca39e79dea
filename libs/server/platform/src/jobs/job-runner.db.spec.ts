import { Injectable, Module } from '@nestjs/common';
import { newId, systemViewer } from '@sampan/kernel';
import { testApp, type TestApp } from '@sampan/testing';
import { Notification } from '../notifications/notification.entity';
import { Job } from './job.entity';
import { Jobs } from './jobs';
import { RunsJob, type RunnableJob, type RunningJob } from './runs-job';

/** What the worker does in the middle of its work, as the test wants it. */
let inTheMiddle: (job: RunningJob) => Promise<void>;

@Injectable()
@RunsJob({ kind: 'test.long-work' })
class LongWork implements RunnableJob {
  async run(job: RunningJob): Promise<Record<string, unknown>> {
    await job.progress(1, 2);
    await inTheMiddle(job);
    await job.progress(2, 2);
    return { by: 'this worker' };
  }
}

@Module({ providers: [LongWork] })
class WorkModule {}

describe('long work, on the database', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp([WorkModule]);
    await app.work();
  });
  afterAll(() => app.close());

  const start = async (): Promise<{ id: string; requestedBy: string }> => {
    const viewer = { ...systemViewer('test', []), userId: newId() };
    return { id: await app.get(Jobs).start(viewer, { kind: 'test.long-work', input: {} }), requestedBy: viewer.userId };
  };
  const jobOf = (id: string): Promise<Job> => app.manager.findOneByOrFail(Job, { id });
  const told = (userId: string): Promise<number> => app.manager.countBy(Notification, { userId });
  const untilIdle = async (id: string): Promise<void> => {
    const busy = async (): Promise<boolean> =>
      ((await app.manager.query(`SELECT count(*)::int AS n FROM sampan_queue.job WHERE data->>'jobId' = $1 AND state <> 'completed'`, [id])) as [{ n: number }])[0].n > 0;
    while (await busy()) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('is done, and whoever asked is told once', async () => {
    inTheMiddle = () => Promise.resolve();
    const { id, requestedBy } = await start();
    await untilIdle(id);
    expect(await jobOf(id)).toMatchObject({ state: 'done', done: 2, total: 2, result: { by: 'this worker' } });
    expect(await told(requestedBy)).toBe(1);
  });

  it('that another worker has finished meanwhile is not touched by one that was thought dead', async () => {
    inTheMiddle = async ({ id }) => {
      await app.manager.update(Job, { id, state: 'running' }, { state: 'done', result: { by: 'another worker' } });
    };
    const { id, requestedBy } = await start();
    await untilIdle(id);
    expect(await jobOf(id)).toMatchObject({ state: 'done', done: 1, result: { by: 'another worker' } });
    expect(await told(requestedBy)).toBe(0);
  });
});
