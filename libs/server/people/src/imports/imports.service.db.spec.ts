import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { viewerOf } from '@sampan/access/testing';
import { Cipher, newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { testApp, type TestApp } from '@sampan/testing';
import ExcelJS from 'exceljs';
import { DuplicatePair } from '../duplicates/duplicate-pair.entity';
import { PeopleModule } from '../people.module';
import { Person } from '../persons/person.entity';
import { Registration } from '../persons/registration.service';
import { newConsent, newImport, newPerson } from '../testing';
import { CheckImport } from './check-import.job';
import { CommitImport } from './commit-import.job';
import type { ImportCheckpoint, ImportJob } from './import-jobs';
import { ImportRow } from './import-row.entity';
import { Imports } from './imports.service';
import type { ColumnMapping, ImportTarget } from './mapping.rules';
import { UndoImport } from './undo-import.job';

const FEBRL = join(__dirname, '../../../../../../shared/data/febrl/dataset1.csv');

describe('imports, on the database', () => {
  let app: TestApp;
  let imports: Imports;

  beforeAll(async () => {
    app = await testApp([PeopleModule]);
    imports = app.get(Imports);
  });
  afterAll(() => app.close());

  const aCentre = async () => {
    const { id: centreId } = await newCentre(app.manager, { country: 'KH' });
    return { centreId, viewer: viewerOf('registrar', [centreId]) };
  };
  const mapping = (...targets: ImportTarget[]): ColumnMapping[] => targets.map((target, column) => ({ column, target }));
  const rowsOf = (importId: string) => app.manager.find(ImportRow, { where: { importId }, order: { rowNumber: 'ASC' } });
  const outcomes = async (importId: string) => (await rowsOf(importId)).map(({ outcome }) => outcome);

  /** Runs a job as the worker does; with `crashAfter`, the process dies when so many chunks are done. */
  const run = async (job: CheckImport | CommitImport | UndoImport, viewer: Viewer, importId: string, from: ImportCheckpoint | null = null, crashAfter = Infinity) => {
    let checkpoint = from;
    let chunks = 0;
    const running: ImportJob = {
      id: newId(), input: { importId }, viewer: { ...viewer, reach: 'all' }, requestedBy: viewer.userId, checkpoint, signal: new AbortController().signal,
      progress: (_, __, reached) => {
        chunks += 1;
        if (chunks > crashAfter) {
          return Promise.reject(new Error('the process was killed'));
        }
        checkpoint = reached ?? checkpoint;
        return Promise.resolve();
      },
    };
    const done = await job.run(running).then(() => true, () => false);
    return { done, checkpoint };
  };

  const upload = async (centreId: string, viewer: Viewer, lines: string[], ...targets: ImportTarget[]) => {
    const id = newId();
    await imports.upload(viewer, { id, centreId, fileName: 'register.csv', content: Buffer.from(lines.join('\n')) });
    await imports.map(viewer, id, mapping(...targets));
    await run(app.get(CheckImport), viewer, id);
    return id;
  };
  const commit = async (viewer: Viewer, id: string) => {
    await imports.commit(viewer, id);
    await run(app.get(CommitImport), viewer, id);
  };
  const undo = async (viewer: Viewer, id: string) => {
    await imports.undo(viewer, id);
    await run(app.get(UndoImport), viewer, id);
  };

  it('say of every row what becomes of it, and a bad row never stops a good one', async () => {
    const { centreId, viewer } = await aCentre();
    await newPerson(app.manager, { centreId, fullName: 'Kim Srey', birthDate: '1999-01-02' });
    const id = await upload(centreId, viewer, ['name,born', 'Kim Srey,02/01/1999', ',1990', 'Ouk Vanna,31/02/1990', 'Long Bopha,1988', 'Bopha Long,1988'], 'fullName', 'birthDate');
    expect(await outcomes(id)).toEqual(['duplicate', 'rejected', 'to-create', 'to-create', 'duplicate']);
    const rows = await rowsOf(id);
    expect(rows.map(({ problems }) => problems)).toEqual([[], [{ code: 'NAME_MISSING', column: 'name' }], [{ code: 'BIRTH_DATE_UNREADABLE', column: 'born' }], [], []]);
    expect(rows[4]?.matches).toMatchObject([{ rowNumber: 5, personId: rows[3]?.id }]);
    expect(await app.manager.countBy(Person, { centreId })).toBe(1);

    await commit(viewer, id);
    expect(await outcomes(id)).toEqual(['duplicate', 'rejected', 'created', 'created', 'duplicate']);
    expect(await app.manager.countBy(Person, { centreId })).toBe(3);
  });

  it('keep the cells unreadable in the database', async () => {
    const { centreId, viewer } = await aCentre();
    const id = await upload(centreId, viewer, ['name,id', 'Secret Name,998877665'], 'fullName', 'documentNumber');
    expect(JSON.stringify(await rowsOf(id))).not.toMatch(/Secret|998877665/);
    const { items } = await imports.rows(viewerOf('instructor', [centreId]), id, [], undefined, 5);
    expect(items[0]?.cells).toEqual(['Secret Name', null]);
  });

  it('remember what the columns of such a register mean', async () => {
    const { centreId, viewer } = await aCentre();
    await upload(centreId, viewer, ['a,b', 'Sok One,x'], 'fullName', 'address');
    const second = await imports.upload(viewer, { id: newId(), centreId, fileName: 'next.csv', content: Buffer.from('a,b\nSok Two,y') });
    expect(second.batch.mapping).toEqual(mapping('fullName', 'address'));
    expect(second.sample).toEqual([['Sok Two', 'y']]);
  });

  it('are uploaded once when the same request comes twice', async () => {
    const { centreId, viewer } = await aCentre();
    const request = { id: newId(), centreId, fileName: 'r.csv', content: Buffer.from('name\nSok Three') };
    await imports.upload(viewer, request);
    await imports.upload(viewer, request);
    expect(await rowsOf(request.id)).toHaveLength(1);
  });

  it.each([
    ['FILE_EMPTY', Buffer.from('name\n')],
    ['FILE_NOT_UTF8', Buffer.from([0x6e, 0x0a, 0xe0, 0xa1, 0xff, 0xfe])],
    ['FILE_UNREADABLE', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00])],
  ])('are refused with %s', async (code, content) => {
    const { centreId, viewer } = await aCentre();
    await expect(imports.upload(viewer, { id: newId(), centreId, fileName: 'r', content })).rejects.toMatchObject({ code });
  });

  it('read a workbook with its days, and a file with semicolons', async () => {
    const { centreId, viewer } = await aCentre();
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Register').addRows([['ឈ្មោះ', 'born'], ['ឡុង បុប្ផា', new Date('1988-05-06T00:00:00Z')]]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    expect((await imports.upload(viewer, { id: newId(), centreId, fileName: 'r.xlsx', content })).sample).toEqual([['ឡុង បុប្ផា', '1988-05-06']]);
    const csv = Buffer.from('\ufeffname;address\n"Sok; Dara";"Poipet, Cambodia"');
    expect((await imports.upload(viewer, { id: newId(), centreId, fileName: 'r.csv', content: csv })).sample).toEqual([['Sok; Dara', 'Poipet, Cambodia']]);
  });

  it('belong to a centre', async () => {
    const [here, there] = [await aCentre(), await aCentre()];
    const id = await upload(here.centreId, here.viewer, ['name', 'Sok Four'], 'fullName');
    await expect(imports.get(there.viewer, id)).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' });
    await expect(imports.commit(there.viewer, id)).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' });
    expect((await imports.list(there.viewer)).map((batch) => batch.id)).toEqual([]);
  });

  it('send a match that the registrar may not see to a steward, and create the person', async () => {
    const [here, there] = [await aCentre(), await aCentre()];
    const hidden = await newPerson(app.manager, { centreId: there.centreId, fullName: 'Mao Rithy', birthDate: '1977-07-07' });
    const id = await upload(here.centreId, here.viewer, ['name,born', 'Mao Rithy,07/07/1977'], 'fullName', 'birthDate');
    expect((await rowsOf(id))[0]).toMatchObject({ outcome: 'to-create', matches: [] });
    await commit(here.viewer, id);
    const [row] = await rowsOf(id);
    expect(await app.manager.findOneByOrFail(DuplicatePair, [{ personId: hidden.id, otherPersonId: row!.personId! }, { otherPersonId: hidden.id, personId: row!.personId! }])).toMatchObject({ state: 'to-steward' });
  });

  describe('a decision', () => {
    const facts = ['name,born,phone', 'Prak Sothea,03/03/1983,012 555 001', 'Prak Sothea,03/03/1983,012 555 002', 'Prak Sotea,03/03/1983,012 555 003'] as const;

    it('makes one person of rows that are one, and two of those that are not', async () => {
      const { centreId, viewer } = await aCentre();
      const id = await upload(centreId, viewer, [...facts], 'fullName', 'birthDate', 'phone');
      const [first, second, third] = await rowsOf(id);
      await imports.decide(viewer, id, second!.id, 'same-person', first!.id);
      await imports.decide(viewer, id, third!.id, 'not-the-same', null);
      await commit(viewer, id);
      expect(await outcomes(id)).toEqual(['created', 'updated', 'created']);
      const people = await app.manager.findBy(Person, { centreId });
      expect(people).toHaveLength(2);
      const contacts: { value: string }[] = await app.manager.query('SELECT value FROM contact WHERE person_id = $1 ORDER BY value', [first!.id]);
      expect(contacts.map(({ value }) => value)).toEqual(['+85512555001', '+85512555002']);
      expect(await app.manager.findOneByOrFail(DuplicatePair, { centreId })).toMatchObject({ state: 'not-the-same' });
    });

    it('may be taken for all that are likely enough, and committed later', async () => {
      const { centreId, viewer } = await aCentre();
      const id = await upload(centreId, viewer, [...facts], 'fullName', 'birthDate', 'phone');
      await commit(viewer, id);
      expect(await outcomes(id)).toEqual(['created', 'duplicate', 'duplicate']);
      expect(await imports.decideAll(viewer, id, 'same-person', 0.5)).toBe(2);
      await commit(viewer, id);
      expect(await outcomes(id)).toEqual(['created', 'updated', 'updated']);
      expect(await app.manager.countBy(Person, { centreId })).toBe(1);
    });

    it('names one of the possible people, of a row that is open', async () => {
      const { centreId, viewer } = await aCentre();
      const id = await upload(centreId, viewer, [...facts], 'fullName', 'birthDate', 'phone');
      const [first, second] = await rowsOf(id);
      await expect(imports.decide(viewer, id, second!.id, 'same-person', newId())).rejects.toMatchObject({ code: 'NOT_A_MATCH' });
      await expect(imports.decide(viewer, id, first!.id, 'skip', null)).rejects.toMatchObject({ code: 'ROW_NOT_OPEN' });
      await imports.decide(viewer, id, second!.id, 'skip', null);
      await commit(viewer, id);
      expect((await rowsOf(id))[1]).toMatchObject({ outcome: 'rejected', problems: [{ code: 'SKIPPED' }] });
    });
  });

  it('ask again when somebody was registered between the dry run and the commit', async () => {
    const { centreId, viewer } = await aCentre();
    const id = await upload(centreId, viewer, ['name,born', 'Touch Vanny,01/09/1992'], 'fullName', 'birthDate');
    const { id: personId } = await app.get(Registration).register(viewer, { id: newId(), centreId, fullName: 'Touch Vanny', birth: { date: '1992-09-01', precision: 'day' } });
    await commit(viewer, id);
    expect((await rowsOf(id))[0]).toMatchObject({ outcome: 'duplicate', matches: [{ personId }] });
  });

  it('update the person with the same number in the register', async () => {
    const { centreId, viewer } = await aCentre();
    await commit(viewer, await upload(centreId, viewer, ['no,name', 'R-1,Heng Ly'], 'externalId', 'fullName'));
    const again = await upload(centreId, viewer, ['no,name,sex', 'R-1,Heng Ly,f'], 'externalId', 'fullName', 'sex');
    await commit(viewer, again);
    expect(await outcomes(again)).toEqual(['updated']);
    expect(await app.manager.find(Person, { where: { centreId } })).toMatchObject([{ sex: 'female', version: 2 }]);
  });

  describe('after a crash', () => {
    const names = Array.from({ length: 130 }, (_, place) => `${String.fromCodePoint(65 + (place % 26))}${['ak', 'en', 'ov', 'ul', 'im'][Math.floor(place / 26)]} ${['Borey', 'Chhun', 'Dimong', 'Ekreach', 'Falla'][place % 5]}${place}`);
    const lines = ['name,born', ...names.map((name, place) => `${name},${1950 + (place % 50)}-0${1 + (place % 9)}-1${place % 9}`)];

    it('lose nothing and repeat nothing, wherever it was', async () => {
      const { centreId, viewer } = await aCentre();
      const id = newId();
      await imports.upload(viewer, { id, centreId, fileName: 'r.csv', content: Buffer.from(lines.join('\n')) });
      await imports.map(viewer, id, mapping('fullName', 'birthDate'));
      let stopped = await run(app.get(CheckImport), viewer, id, null, 1);
      expect(stopped).toMatchObject({ done: false, checkpoint: { row: 101 } });
      await run(app.get(CheckImport), viewer, id, stopped.checkpoint);
      expect((await imports.get(viewer, id)).counts).toEqual({ 'to-create': 130 });

      await imports.commit(viewer, id);
      stopped = await run(app.get(CommitImport), viewer, id, null, 1);
      expect(stopped.done).toBe(false);
      // One of the two parts, whichever was written first.
      const kept = await app.manager.countBy(Person, { centreId });
      expect([30, 100]).toContain(kept);
      expect((await imports.get(viewer, id)).counts).toEqual({ created: kept, 'to-create': 130 - kept });
      await run(app.get(CommitImport), viewer, id, stopped.checkpoint);
      expect((await imports.get(viewer, id)).counts).toEqual({ created: 130 });
      expect(await app.manager.countBy(Person, { centreId })).toBe(130);

      await imports.undo(viewer, id);
      stopped = await run(app.get(UndoImport), viewer, id, null, 2);
      await run(app.get(UndoImport), viewer, id, stopped.checkpoint);
      expect((await imports.get(viewer, id)).counts).toEqual({ undone: 130 });
      expect(await app.manager.countBy(Person, { centreId })).toBe(0);
    });
  });

  describe('taken back', () => {
    const lines = ['name,born', 'Sam Oeun,1960', 'Yim Phalla,1970', 'Oum Kosal,1980'];

    it('keep whoever has been used or changed since, with the reason', async () => {
      const { centreId, viewer } = await aCentre();
      const id = await upload(centreId, viewer, lines, 'fullName', 'birthDate');
      await commit(viewer, id);
      const [used, changed] = await rowsOf(id);
      await newConsent(app.manager, { personId: used!.personId!, centreId, purpose: 'training' });
      await app.get(Registration).change(viewer, changed!.personId!, 1, { nickname: 'Y' });
      await undo(viewer, id);
      expect(await rowsOf(id)).toMatchObject([
        { outcome: 'kept', problems: [{ code: 'USED_SINCE' }] },
        { outcome: 'kept', problems: [{ code: 'CHANGED_SINCE' }] },
        { outcome: 'undone', problems: [] },
      ]);
      expect(await app.manager.countBy(Person, { centreId })).toBe(2);
    });

    it('restore what an update had filled in, and remove what the file had made', async () => {
      const { centreId, viewer } = await aCentre();
      const known = await newPerson(app.manager, { centreId, fullName: 'Tep Sarin', sex: 'unknown', birthDate: null, birthPrecision: null });
      const id = await upload(centreId, viewer, ['name,sex,phone', 'Tep Sarin,m,012 777 001', 'Ros Chenda,f,012 777 002', 'Ros Chenda,f,012 777 002'], 'fullName', 'sex', 'phone');
      expect(await imports.decideAll(viewer, id, 'same-person', 0)).toBe(2);
      await commit(viewer, id);
      expect(await outcomes(id)).toEqual(['updated', 'created', 'updated']);
      await undo(viewer, id);
      expect(await outcomes(id)).toEqual(['undone', 'undone', 'undone']);
      expect(await app.manager.find(Person, { where: { centreId } })).toMatchObject([{ id: known.id, sex: 'unknown' }]);
      expect(await app.manager.query('SELECT 1 FROM contact WHERE centre_id = $1', [centreId])).toEqual([]);
    });

    it('is possible for a day', async () => {
      const { centreId, viewer } = await aCentre();
      const id = await upload(centreId, viewer, lines, 'fullName', 'birthDate');
      await commit(viewer, id);
      const before = app.clock.now().toISOString();
      app.clock.moveTo('2026-03-03T03:00:01Z');
      await expect(imports.undo(viewer, id)).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
      expect((await imports.get(viewer, id)).mayUndo).toBe(false);
      app.clock.moveTo(before);
    });
  });

  it('are committed once by two who press at once', async () => {
    const { centreId, viewer } = await aCentre();
    const id = await upload(centreId, viewer, ['name', 'Noun Vuthy'], 'fullName');
    const results = await Promise.allSettled([imports.commit(viewer, id), imports.commit(viewer, id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  const have = existsSync(FEBRL);
  (have ? it : it.skip)(have ? 'give each of 1,000 rows of FEBRL its outcome, and offer the pairs that are one person' : 'FEBRL: ../shared/data/febrl is not beside the project', async () => {
    const { centreId, viewer } = await aCentre();
    const id = newId();
    const { batch } = await imports.upload(viewer, { id, centreId, fileName: 'dataset1.csv', content: readFileSync(FEBRL) });
    await imports.map(viewer, id, batch.mapping.filter(({ target }) => target !== 'externalId'));
    await run(app.get(CheckImport), viewer, id);
    const { items } = await imports.rows(viewer, id, [], undefined, 1000);
    expect(items).toHaveLength(1000);
    const truth = new Map(items.map(({ row, cells }) => [row.id, cells[0]?.split('-')[1]]));
    const offered = items.flatMap(({ row }) => row.matches.map(({ personId }) => truth.get(personId) === truth.get(row.id)));
    const right = offered.filter(Boolean).length;
    expect(right / 500).toBeGreaterThanOrEqual(0.97);
    expect(right / offered.length).toBeGreaterThanOrEqual(0.97);
    expect((await imports.get(viewer, id)).counts).not.toHaveProperty('unchecked');
  }, 120_000);

  it('brings no register to a centre that is closed, and finishes one whose rows were going in', async () => {
    const { id: centreId } = await newCentre(app.manager, { country: 'KH', closedOn: '2026-02-27' });
    const viewer = viewerOf('registrar', [centreId]);
    const id = newId();
    await expect(imports.upload(viewer, { id, centreId, fileName: 'register.csv', content: Buffer.from('name\nChan Thy') })).rejects.toMatchObject({ code: 'CENTRE_CLOSED', details: { beginning: 'import' } });
    const cellsSealed = app.get(Cipher).encrypt(JSON.stringify(['Sok Dara']));
    const waiting = await newImport(app.manager, { centreId, cellsSealed });
    await expect(imports.commit(viewer, waiting.importId)).rejects.toMatchObject({ code: 'CENTRE_CLOSED' });
    const begun = await newImport(app.manager, { centreId, cellsSealed, state: 'committing' });
    await app.manager.update(ImportRow, { id: begun.rowId }, { decision: 'not-the-same' });
    expect((await run(app.get(CommitImport), viewer, begun.importId)).done).toBe(true);
    expect(await outcomes(begun.importId)).toEqual(['created']);
  });
});
