import { createHash } from 'node:crypto';
import { newId, systemViewer, type Viewer } from '@sampan/kernel';
import { testApp, type TestApp } from '@sampan/testing';
import { Audit } from '../audit/audit';
import { canonicalEntry, type SealableEntry } from '../audit-seals/audit-digest.rules';
import type { ExportFormat } from './audit-export.rules';
import { AuditExports } from './audit-exports';
import { ExportAudit } from './export-audit.job';

describe('an audit export, on the database', () => {
  let house: TestApp;

  beforeAll(async () => {
    house = await testApp([]);
  });
  afterAll(() => house.close());

  const [own, other] = [newId(), newId()];
  const auditor = (reach: Viewer['reach']): Viewer => ({ ...systemViewer('auditor', [own]), userId: newId(), reach });
  const record = (centreId: string | null) =>
    house.get(Audit).record(systemViewer('test', []), { action: 'thing.changed', subjectType: 'thing', subjectId: newId(), centreId, details: { reason: '=1+1' } });
  const exported = async (viewer: Viewer, format: ExportFormat): Promise<string> => {
    const exports = house.get(AuditExports);
    const id = await exports.start(viewer, { from: new Date('2026-03-01'), until: new Date('2026-04-01'), format });
    await expect(exports.download(viewer, id)).rejects.toMatchObject({ code: 'EXPORT_NOT_READY' });
    const [{ input }] = (await house.manager.query('SELECT input FROM job WHERE id = $1', [id])) as [{ input: never }];
    const progress: number[] = [];
    const result = await house.get(ExportAudit).run({
      id, input, viewer: systemViewer('audit.export', viewer.centreIds), requestedBy: viewer.userId, checkpoint: null, signal: new AbortController().signal,
      progress: (done, total) => Promise.resolve(void progress.push(done, total)),
    });
    expect(progress.at(-1)).toBe(progress.at(-2));
    await house.manager.query(`UPDATE job SET state = 'done', result = $2 WHERE id = $1`, [id, result]);
    const { content } = await exports.download(viewer, id);
    const pieces: Buffer[] = [];
    for await (const piece of content) {
      pieces.push(piece as Buffer);
    }
    await expect(exports.download(auditor('all'), id)).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
    return Buffer.concat(pieces).toString('utf8');
  };

  it('holds entries with their seals, of which anybody can make the hashes again', async () => {
    await record(own);
    await record(null);
    const lines = (await exported(auditor('all'), 'ndjson')).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    const entries = lines.filter(({ type }) => type === 'entry') as { seal: number; hash: string; entry: SealableEntry }[];
    const seals = lines.filter(({ type }) => type === 'seal');
    expect(entries.length).toBeGreaterThanOrEqual(2);
    for (const { hash, entry } of entries) {
      expect(createHash('sha256').update(canonicalEntry(entry)).digest('hex')).toBe(hash);
    }
    for (const seal of seals) {
      const digest = createHash('sha256');
      entries.filter((entry) => entry.seal === seal['number']).forEach(({ hash }) => digest.update(Buffer.from(hash, 'hex')));
      expect(digest.digest('hex')).toBe(seal['entriesDigest']);
    }
  });

  it('holds of other centres, and of none, the hash and nothing else', async () => {
    await record(own);
    await record(other);
    const text = await exported(auditor('organisation'), 'ndjson');
    const lines = text.trim().split('\n').map((line) => JSON.parse(line) as { type: string; entry?: { centreId: string } | null });
    const entries = lines.filter(({ type }) => type === 'entry');
    expect(new Set(entries.map(({ entry }) => entry?.centreId))).toEqual(new Set([own]));
    expect(lines.filter(({ type }) => type === 'withheld').length).toBeGreaterThanOrEqual(1);
    expect(text).not.toContain(other);
  });

  it('is a spreadsheet that runs nothing', async () => {
    await house.get(Audit).record({ ...systemViewer('test', []), requestId: '=cmd()' }, { action: 'thing.changed', subjectType: 'thing', subjectId: newId(), centreId: own });
    const text = await exported(auditor('all'), 'csv');
    expect(text.startsWith('\uFEFFseal,seal hash,')).toBe(true);
    expect(text).toContain(`,'=cmd(),`);
  });

  it('is audited when it is asked for and when it is fetched', async () => {
    const viewer = auditor('all');
    await exported(viewer, 'ndjson');
    const entries = (await house.manager.query('SELECT action FROM audit_entry WHERE viewer_id = $1 ORDER BY id', [viewer.userId])) as { action: string }[];
    expect(entries.map(({ action }) => action)).toEqual(['audit.export-asked', 'job.started', 'audit.exported']);
  });
});
