import { newId } from '@sampan/kernel';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';

interface Report {
  readonly topics: readonly { topic: string; state: string }[];
  readonly backup: string;
  readonly lastBackupAt: string | null;
  readonly diskFreeBytes: number;
  readonly version: string;
}

describe('the health report', () => {
  let database: DataSource;
  beforeAll(async () => (database = await apiDatabase()));
  afterAll(() => database.destroy());

  it('says of every topic what an administrator has to do, and knows the last backup', async () => {
    const admin = await signedInAs(database, 'administrator', { reach: 'all' });
    const before = (await admin.get<Report>('health-report')).body;
    expect(before.topics.map(({ topic }) => topic)).toEqual(['database', 'disk', 'work', 'failures', 'backup', 'pdf', 'clock', 'connection', 'version']);
    expect(before.topics.find(({ topic }) => topic === 'connection')?.state).toBe('fine');
    expect(before.diskFreeBytes).toBeGreaterThan(0);
    expect(before.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(before).toMatchObject({ backup: 'never', lastBackupAt: null });
    const run = (outcome: string, daysAgo: number) =>
      database.query(
        `INSERT INTO backup_run (id, kind, started_at, finished_at, outcome) VALUES ($1, 'backup', now() - make_interval(days => $3, mins => 5), CASE $2 WHEN 'running' THEN NULL ELSE now() - make_interval(days => $3) END, $2)`,
        [newId(), outcome, daysAgo],
      );
    const told = async () => {
      const { backup, topics } = (await admin.get<Report>('health-report')).body;
      return [backup, topics.find(({ topic }) => topic === 'backup')?.state];
    };
    await run('failed', 9);
    expect(await told()).toEqual(['first-failed', 'act']);
    await run('incomplete', 3);
    expect(await told()).toEqual(['incomplete', 'act']);
    await run('done', 2);
    expect(await told()).toEqual(['ageing', 'look']);
    await run('running', 1);
    expect(await told()).toEqual(['failed-once', 'look']);
    await run('done', 0);
    expect(await told()).toEqual(['recent', 'fine']);
    expect((await admin.get<Report>('health-report')).body.lastBackupAt).toMatch(/^\d{4}-/);
  });
});
