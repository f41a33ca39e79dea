import { newId } from '@sampan/kernel';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';

interface Report {
  readonly topics: readonly { topic: string; state: string }[];
  readonly daysSinceBackup: number | null;
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
    await database.query(`INSERT INTO audit_entry (id, at, viewer_id, action, subject_type) VALUES ($1, now(), $1, 'backup.made', 'backup')`, [newId()]);
    expect((await admin.get<Report>('health-report')).body.daysSinceBackup).toBe(0);
  });
});
