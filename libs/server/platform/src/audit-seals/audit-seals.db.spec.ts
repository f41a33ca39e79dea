import { newId, systemViewer } from '@sampan/kernel';
import { testApp, type TestApp } from '@sampan/testing';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { AuditKeeping } from '../audit-retention/audit-keeping';
import { hashOfSeal } from './audit-digest.rules';
import { AuditSeal } from './audit-seal.entity';
import { AuditSealing } from './audit-sealing';
import { AuditVerification, type Anchor, type Finding, type Verified } from './audit-verification';

describe('the sealed audit, on the database', () => {
  let house: TestApp;
  let audit: Audit;
  const viewer = systemViewer('test', []);

  beforeAll(async () => {
    house = await testApp([]);
    audit = house.get(Audit);
  });
  afterAll(() => house.close());
  /** There is one chain in a database: each test begins it anew. */
  beforeEach(async () => {
    await asOwner('TRUNCATE audit_entry, audit_seal, audit_seal_line, audit_removal');
    await house.manager.query('UPDATE audit_retention SET version = 1, keep_months = greatest(least_months, keep_months)');
  });

  const record = async (action = 'thing.changed'): Promise<string> => {
    const subjectId = newId();
    await audit.record(viewer, { action, subjectType: 'thing', subjectId, details: { b: 1, a: { d: [1, null], c: 'កខគ' } } });
    const [{ id }] = (await house.manager.query('SELECT id FROM audit_entry WHERE subject_id = $1', [subjectId])) as [{ id: string }];
    return id;
  };
  const seal = () => house.get(AuditSealing).seal();
  const check = async (anchor?: Anchor): Promise<{ found: Finding[]; verified: Verified }> => {
    const found: Finding[] = [];
    const verified = await house.get(AuditVerification).verify((finding) => found.push(finding), anchor);
    return { found, verified };
  };
  /** Whoever owns the database can switch its triggers off: that is what the seals are for. */
  const asOwner = (statement: string, parameters: unknown[] = []): Promise<unknown> =>
    house.manager.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE NONE');
      await manager.query('SET LOCAL session_replication_role = replica');
      return manager.query(statement, parameters);
    });
  const seals = () => house.manager.find(AuditSeal, { order: { number: 'ASC' } });

  it('agrees with its seals, batch after batch', async () => {
    await record();
    await record();
    expect(await seal()).toMatchObject({ entries: 2, seals: 1, leftOver: false });
    await record();
    await seal();
    expect(await seal()).toMatchObject({ entries: 0, seals: 0 });
    await record();
    const { found, verified } = await check();
    expect(found).toEqual([]);
    expect(verified).toMatchObject({ seals: 2, entries: 3, waiting: 1, removedBatches: 0 });
    const [first, second] = await seals();
    expect([second!.number, second!.previousHash]).toEqual([2, first!.hash]);
    expect(verified.newest).toEqual({ number: 2, hash: second!.hash });
  });

  it.each([
    ['the deed', `UPDATE audit_entry SET action = 'thing.seen' WHERE id = $1`],
    ['the moment, by a microsecond', `UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE id = $1`],
    ['who did it', 'UPDATE audit_entry SET viewer_id = uuidv7() WHERE id = $1'],
    ['what it was about', `UPDATE audit_entry SET person_id = uuidv7() WHERE id = $1`],
    ['a detail', `UPDATE audit_entry SET details = '{"b": 2, "a": {"c": "កខគ", "d": [1, null]}}' WHERE id = $1`],
  ])('names the one entry of which somebody changed %s', async (_, statement) => {
    await record();
    const id = await record();
    await record();
    await seal();
    await asOwner(statement, [id]);
    expect((await check()).found).toEqual([{ kind: 'entry-changed', seal: 1, entryId: id }]);
  });

  it('names the one entry that is gone', async () => {
    await record();
    const id = await record();
    await seal();
    await record();
    await seal();
    await asOwner('DELETE FROM audit_entry WHERE id = $1', [id]);
    expect((await check()).found).toEqual([{ kind: 'entry-removed', seal: 1, entryId: id }]);
  });

  it('names an entry that somebody put between sealed ones', async () => {
    const original = await record();
    await seal();
    const id = newId();
    // Written as if by a transaction of old; what running transactions elsewhere on the server hold back is not looked at yet.
    await asOwner(
      `INSERT INTO audit_entry (id, at, viewer_id, action, subject_type, details, recorded_in)
       SELECT $1, at, viewer_id, 'thing.seen', subject_type, details, 3 FROM audit_entry WHERE id = $2`,
      [id, original],
    );
    expect((await check()).found).toEqual([{ kind: 'entry-inserted', seal: null, entryId: id }]);
  });

  it('names an entry of former times that appeared later, also after it was sealed itself', async () => {
    await record();
    await seal();
    const id = newId();
    await asOwner(`INSERT INTO audit_entry (id, at, viewer_id, action, subject_type, details) VALUES ($1, '2026-02-01', $2, 'thing.seen', 'thing', '{}')`, [id, newId()]);
    expect((await check()).found).toEqual([{ kind: 'entry-inserted', seal: null, entryId: id }]);
    await seal();
    expect((await check()).found).toEqual([{ kind: 'entry-inserted', seal: 2, entryId: id }]);
  });

  it('finds a batch whose list was shortened together with its entry', async () => {
    await record();
    const id = await record();
    await seal();
    await asOwner('DELETE FROM audit_seal_line WHERE entry_id = $1', [id]);
    await asOwner('DELETE FROM audit_entry WHERE id = $1', [id]);
    expect((await check()).found).toEqual([{ kind: 'batch-altered', seal: 1 }]);
  });

  it('finds a seal that was taken out, altered, or made anew with the batch behind it', async () => {
    for (let times = 0; times < 3; times += 1) {
      await record();
      await seal();
    }
    const [first, second] = await seals();
    await asOwner('UPDATE audit_seal SET entries = 7 WHERE number = 1');
    expect((await check()).found.map(({ kind, seal: number }) => [kind, number])).toEqual([['seal-altered', 1], ['batch-altered', 1]]);
    await asOwner('UPDATE audit_seal SET entries = 1, hash = $1 WHERE number = 1', ['0'.repeat(64)]);
    expect((await check()).found.map(({ kind, seal: number }) => [kind, number])).toEqual([['seal-altered', 1], ['chain-broken', 2]]);
    await asOwner('UPDATE audit_seal SET hash = $1 WHERE number = 1', [first!.hash]);
    expect((await check()).found).toEqual([]);
    await asOwner('DELETE FROM audit_seal WHERE number = 2');
    expect((await check()).found).toContainEqual({ kind: 'seal-missing', seal: 2 });
    await house.manager.insert(AuditSeal, second!);
    expect((await check()).found).toEqual([]);
  });

  it('cannot be replaced by another chain where somebody has kept the hash of a seal', async () => {
    await record();
    await seal();
    const [kept] = await seals();
    const anchor = { number: kept!.number, hash: kept!.hash };
    expect((await check(anchor)).found).toEqual([]);
    const forged = { ...kept!, sealedAt: new Date('2026-03-02T03:01:00Z') };
    await asOwner('UPDATE audit_seal SET sealed_at = $1, hash = $2 WHERE number = 1', [forged.sealedAt, hashOfSeal(forged)]);
    expect((await check()).found).toEqual([]);
    expect((await check(anchor)).found).toEqual([{ kind: 'other-chain', seal: 1 }]);
  });

  it('seals what was recorded before, but committed after, a sealing', async () => {
    const slow = house.get(DataSource).createQueryRunner();
    await slow.startTransaction();
    const id = newId();
    await slow.query(`INSERT INTO audit_entry (id, at, viewer_id, action, subject_type, details) VALUES ($1, $2, $3, 'thing.changed', 'thing', '{}')`, [
      id, house.clock.now(), newId(),
    ]);
    await record();
    expect((await seal()).entries).toBe(1);
    await slow.commitTransaction();
    await slow.release();
    expect((await check()).verified).toMatchObject({ waiting: 1, findings: 0 });
    expect((await seal()).entries).toBe(1);
    const [{ number }] = (await house.manager.query('SELECT seal_number AS number FROM audit_seal_line WHERE entry_id = $1', [id])) as [{ number: number }];
    expect(number).toBe(2);
    expect((await check()).found).toEqual([]);
  });

  it('is sealed in one chain when two workers begin at once, and in pages when there is much', async () => {
    for (let times = 0; times < 7; times += 1) {
      await record();
    }
    const sealing = house.get(AuditSealing);
    const results = await Promise.all([sealing.seal(3), sealing.seal(3), sealing.seal(3)]);
    expect(results.map(({ entries }) => entries).sort()).toEqual([1, 3, 3]);
    expect((await check()).verified).toMatchObject({ seals: 3, entries: 7, waiting: 0, findings: 0 });
  });

  it('goes on page by page, and leaves nothing behind that commits meanwhile', async () => {
    const slow = house.get(DataSource).createQueryRunner();
    await slow.startTransaction();
    await slow.query(`INSERT INTO audit_entry (id, at, viewer_id, action, subject_type, details) VALUES (uuidv7(), $1, $2, 'thing.changed', 'thing', '{}')`, [house.clock.now(), newId()]);
    for (let times = 0; times < 4; times += 1) {
      await record();
    }
    const first = await house.get(AuditSealing).seal(3);
    await slow.commitTransaction();
    await slow.release();
    expect(await house.get(AuditSealing).seal(3, first.run)).toMatchObject({ entries: 1, leftOver: false });
    expect((await seal()).entries).toBe(1);
    expect((await check()).verified).toMatchObject({ entries: 5, waiting: 0, findings: 0 });
  });

  it('is sealed anew from the beginning in a database that counts its transactions anew', async () => {
    await record();
    await seal();
    const [only] = await seals();
    const elsewhere = { ...only!, cluster: 'another', horizon: '9223372036854775807' };
    await asOwner('UPDATE audit_seal SET cluster = $1, horizon = $2, hash = $3', [elsewhere.cluster, elsewhere.horizon, hashOfSeal(elsewhere)]);
    await record();
    expect((await seal()).entries).toBe(1);
    expect((await check()).found).toEqual([]);
  });

  describe('when the time of entries is over', () => {
    const old = (action: string): Promise<unknown> =>
      house.manager.query(`INSERT INTO audit_entry (id, at, viewer_id, action, subject_type, details) VALUES (uuidv7(), '2022-01-31T10:00:00Z', uuidv7(), $1, 'thing', '{}')`, [action]);
    const remaining = async (): Promise<string[]> =>
      ((await house.manager.query('SELECT action FROM audit_entry ORDER BY at, id')) as { action: string }[]).map(({ action }) => action);

    it('removes whole batches of that kind, leaves their seals, and writes down that it did', async () => {
      await old('session.opened');
      await old('thing.changed');
      await seal();
      await record('session.opened');
      await seal();
      expect(await house.get(AuditKeeping).removeExpired(viewer)).toBe(1);
      expect(await house.get(AuditKeeping).removeExpired(viewer)).toBe(0);
      expect(await remaining()).toEqual(['thing.changed', 'session.opened', 'audit.batch-removed']);
      await seal();
      const { found, verified } = await check();
      expect(found).toEqual([]);
      expect(verified).toMatchObject({ seals: 4, removedBatches: 1, entries: 3 });
    });

    it('lets nobody remove a batch before, not even with the product’s own way', async () => {
      await record('session.opened');
      await seal();
      await expect(house.manager.query('SELECT remove_expired_audit(1, now())')).rejects.toThrow('is not over');
      await expect(house.manager.query(`SELECT remove_expired_audit(1, '2999-01-01')`)).rejects.toThrow('is not over');
      await house.manager.query(`INSERT INTO audit_removal (seal_number, removed_at, entries, kept_months) VALUES (1, now(), 1, 0)`);
      const byHand = house.manager.transaction(async (manager) => {
        await manager.query('SET LOCAL ROLE NONE');
        await manager.query('DELETE FROM audit_entry');
      });
      await expect(byHand).rejects.toThrow('never changed or deleted');
    });

    it('finds a batch that was removed before its time by somebody who switched the triggers off', async () => {
      await record('session.opened');
      await seal();
      await asOwner(`INSERT INTO audit_removal (seal_number, removed_at, entries, kept_months) VALUES (1, now(), 1, 24)`);
      await asOwner('DELETE FROM audit_entry');
      await asOwner('DELETE FROM audit_seal_line');
      expect((await check()).found).toEqual([{ kind: 'batch-removed-early', seal: 1 }]);
    });

    it('keeps what a law wants kept, whatever somebody wishes', async () => {
      const keeping = house.get(AuditKeeping);
      await expect(keeping.keep(viewer, 'change', { keepMonths: 59, version: 1 })).rejects.toMatchObject({ code: 'BELOW_STATUTORY_MINIMUM' });
      expect(await keeping.keep(viewer, 'change', { keepMonths: 60, version: 1 })).toMatchObject({ keepMonths: 60, version: 2 });
      await expect(keeping.keep(viewer, 'change', { keepMonths: 72, version: 1 })).rejects.toMatchObject({ code: 'STALE_VERSION' });
      expect(await remaining()).toEqual(['audit.retention-changed']);
    });
  });

  it.each(['audit_seal', 'audit_seal_line', 'audit_removal'])('gives the product no right to change or delete rows of %s', async (table) => {
    await record();
    await seal();
    await expect(house.manager.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    const asPlainOwner = house.manager.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE NONE');
      await manager.query(`TRUNCATE ${table}`);
    });
    await expect(asPlainOwner).rejects.toThrow('never changed or deleted');
  });
});
