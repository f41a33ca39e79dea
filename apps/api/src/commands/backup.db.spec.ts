import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { createDataSource, Events, KernelModule, newId, Queue, systemViewer, type Config } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { PeopleModule } from '@sampan/people';
import { newPerson } from '@sampan/people/testing';
import { Audit, AuditSealing, AuditVerification, BackupRuns, Files, makeBackup, PlatformModule, restoreBackup, verifyArchive } from '@sampan/platform';
import { createEmptyTestDatabase, testApp, type TestApp, type TestDatabase } from '@sampan/testing';
import { DataSource } from 'typeorm';
import { parts } from '../rooms';
import { olderThan } from './backup';

const folder = mkdtempSync(join(tmpdir(), 'sampan-backup-'));
const viewer = systemViewer('test', []);

describe('a restore drill', () => {
  let house: TestApp;
  let source: Config;
  let fileId: string;
  const archive = join(folder, 'drill.backup');
  const content = randomBytes(300_000);

  beforeAll(async () => {
    house = await testApp([PeopleModule]);
    source = { ...house.config, backupKey: Buffer.alloc(32, 5) };
    const centre = await newCentre(house.manager);
    for (let number = 0; number < 60; number += 1) {
      await newPerson(house.manager, { centreId: centre.id, fullName: `សុខ\t${number}\n\\` });
    }
    fileId = await house.get(Files).keep(viewer, { name: 'photo.jpg', mediaType: 'image/jpeg', content });
    for (let number = 0; number < 5; number += 1) {
      await house.get(Audit).record(viewer, { action: 'thing.done', subjectType: 'thing', subjectId: newId() });
    }
    await house.get(AuditSealing).seal();
    await house.get(Queue).ensure('drill');
    await house.get(Queue).send('drill', { waiting: true });
    // Somebody goes on working while the backup is made.
    let working = true;
    const work = (async () => {
      while (working) {
        await newPerson(house.manager, { centreId: centre.id });
        await house.get(Audit).record(viewer, { action: 'thing.done', subjectType: 'thing', subjectId: newId() });
      }
    })();
    await makeBackup(source, archive);
    working = false;
    await work;
  });
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const elsewhere = async (): Promise<TestDatabase & { config: Config }> => {
    const { config, drop } = await createEmptyTestDatabase();
    return { config: { ...config, backupKey: source.backupKey, dataDir: mkdtempSync(join(folder, 'data-')) }, drop };
  };
  const schemas = async (config: Config): Promise<string[]> => {
    const dataSource = await new DataSource({ type: 'postgres', url: config.databaseUrl, installExtensions: false }).initialize();
    const rows = (await dataSource.query(`SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'sampan%' ORDER BY 1`)) as { name: string }[];
    await dataSource.destroy();
    return rows.map(({ name }) => name);
  };

  it('brings back every row of one moment, the files, the waiting letters and an audit that agrees with its seals', async () => {
    const { config, drop } = await elsewhere();
    const report = await restoreBackup(config, parts, archive, { replace: false });
    const { manifest } = await verifyArchive(config, archive);
    expect(report).toMatchObject({ rows: manifest.rows, files: 1, missing: [], damaged: [], formerSchema: null });
    const module = await Test.createTestingModule({ imports: [KernelModule.with(config, parts), PlatformModule] }).compile();
    const app = await module.init();
    const { manager } = await app.get(DataSource).initialize();
    const [{ people, audited, letters }] = (await manager.query(
      `SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM audit_entry) AS audited, (SELECT count(*)::int FROM sampan_queue.job WHERE name = 'drill') AS letters`,
    )) as [{ people: number; audited: number; letters: number }];
    expect({ people, audited }).toEqual({ people: manifest.tables['table/product/person']?.rows, audited: manifest.tables['table/product/audit_entry']?.rows });
    expect(people).toBeGreaterThanOrEqual(60);
    expect(letters).toBe(1);
    expect((await app.get(Files).read(fileId)).content.equals(content)).toBe(true);
    const { findings, seals } = await app.get(AuditVerification).verify(() => undefined);
    expect({ findings, seals }).toEqual({ findings: 0, seals: 1 });
    await expect(manager.query('DELETE FROM audit_entry')).rejects.toThrow('permission denied');
    expect(app.get(Events)).toBeDefined();
    await app.close();
    await drop();
  });

  it('is written down for the health page', async () => {
    expect(await house.get(BackupRuns).last()).toMatchObject({ files: 1, complete: true, bytes: statSync(archive).size });
  });

  it('puts a full database aside only when told', async () => {
    const { config, drop } = await elsewhere();
    await restoreBackup(config, parts, archive, { replace: false });
    const dataSource = await createDataSource(config, parts).initialize();
    await dataSource.query(`INSERT INTO app_user (id, email, display_name, password_hash, roles, reach, created_at, version) VALUES ($1, 'a@b.example', 'A', 'x', '{}', 'all', now(), 1)`, [newId()]);
    await expect(restoreBackup(config, parts, archive, { replace: true })).rejects.toThrow('Stop it first');
    await dataSource.destroy();
    await expect(restoreBackup(config, parts, archive, { replace: false })).rejects.toThrow('not empty');
    const { formerSchema } = await restoreBackup(config, parts, archive, { replace: true });
    expect(await schemas(config)).toEqual(['sampan', formerSchema, 'sampan_queue']);
    await drop();
  });

  it.each([
    ['another key', (bytes: Buffer) => bytes, Buffer.alloc(32, 6), 'does not open'],
    ['a cut-off archive', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40), null, 'changed or cut off'],
    ['a whole part missing at the end', (bytes: Buffer) => bytes.subarray(0, bytes.length - (bytes.length % 65_552)), null, 'cut off'],
    ['one changed bit', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -5), Buffer.from([(bytes.at(-5) ?? 0) ^ 1]), bytes.subarray(-4)]), null, 'changed or cut off'],
    ['something behind the end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('more')]), null, 'changed or cut off'],
    ['something else', () => Buffer.from('PK not a backup'), null, 'not a backup of Sampan'],
  ])('changes nothing with %s', async (_, spoil, otherKey, sentence) => {
    const { config, drop } = await elsewhere();
    const file = join(config.dataDir, 'spoilt');
    writeFileSync(file, spoil(readFileSync(archive)));
    await expect(restoreBackup({ ...config, backupKey: otherKey ?? config.backupKey }, parts, file, { replace: false })).rejects.toThrow(sentence);
    expect(await schemas(config)).toEqual([]);
    expect(readdirSync(config.dataDir)).toEqual(['spoilt']);
    await drop();
  });

  it('is refused where the sealed columns could not be read', async () => {
    const { config, drop } = await elsewhere();
    await expect(restoreBackup({ ...config, encryptionKey: Buffer.alloc(32, 9) }, parts, archive, { replace: false })).rejects.toThrow('SAMPAN_ENCRYPTION_KEY');
    const rotating = join(folder, 'rotating.backup');
    await makeBackup({ ...house.config, encryptionKey: Buffer.alloc(32, 9), previousEncryptionKeys: [house.config.encryptionKey], backupKey: config.backupKey }, rotating);
    await expect(restoreBackup(config, parts, rotating, { replace: false })).rejects.toThrow('SAMPAN_ENCRYPTION_KEY');
    await drop();
  });

  it('says which files the disk has no more, and does not write in the clear', async () => {
    await expect(makeBackup(house.config, join(folder, 'clear.backup'))).rejects.toThrow('never written in the clear');
    const lost = await house.get(Files).keep(viewer, { name: 'lost.jpg', mediaType: 'image/jpeg', content });
    rmSync(join(house.config.dataDir, 'files', lost.slice(-2), lost));
    expect(await makeBackup({ ...house.config, backupPassphrase: 'a long passphrase' }, join(folder, 'second.backup'))).toMatchObject({ missing: [lost], files: 1 });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the rotation of archives', () => {
  it('keeps the newest of this node and touches nothing else', () => {
    const names = ['sampan-kh-20260101T000000Z.backup', 'sampan-kh-20260102T000000Z.backup', 'sampan-kh-20260103T000000Z.backup', 'sampan-kh_2-20260101T000000Z.backup', 'notes.txt'];
    const dir = mkdtempSync(join(tmpdir(), 'sampan-keep-'));
    names.forEach((name) => writeFileSync(join(dir, name), ''));
    expect(olderThan(dir, 'kh', 2)).toEqual([join(dir, 'sampan-kh-20260101T000000Z.backup')]);
    rmSync(dir, { recursive: true });
  });
});
