import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface Day {
  readonly id: string;
  readonly day: string;
  readonly version: number;
  readonly source: string | null;
  readonly provisional: boolean;
  readonly names: Readonly<Record<string, string>>;
}
interface Row {
  readonly row: number;
  readonly outcome: string;
  readonly problem: string | null;
}

const upload = (fields: Record<string, string>, csv: string): FormData => {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.set(name, value));
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'days.csv');
  return form;
};

describe('holidays and admin areas', () => {
  let database: DataSource;
  let admin: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    admin = await signedInAs(database, 'administrator', { reach: 'all' });
  });
  afterAll(() => database.destroy());

  it('of two years are there from the beginning, with their source, and by the moon only provisionally', async () => {
    for (const [country, year, day, name] of [['KH', 2026, '2026-10-10', 'Pchum Ben'], ['TH', 2026, '2026-04-13', 'Songkran'], ['ID', 2027, '2027-08-17', 'Independence Day'], ['CN', 2026, '2026-10-01', 'National Day']] as const) {
      const { body } = await admin.get<Day[]>(`holidays?country=${country}&year=${year}`);
      expect(body.find((one) => one.day === day)).toMatchObject({ names: { en: name, km: expect.anything(), th: expect.anything(), zh: expect.anything(), id: expect.anything() } });
      expect(body.every(({ source }) => source)).toBe(true);
    }
    const next = (await admin.get<Day[]>('holidays?country=KH&year=2027')).body;
    expect(next.filter(({ provisional }) => provisional).map(({ names }) => names['en'])).toEqual(expect.arrayContaining(['Pchum Ben', 'Water Festival', 'Visak Bochea']));
  });

  it('are written for a centre by its manager, for a country by an administrator', async () => {
    const centre = await newCentre(database.manager, { country: 'TH' });
    const manager = await signedInAs(database, 'manager', { centreId: centre.id });
    const day = { country: 'TH', day: '2031-03-03', kind: 'rest', names: { en: 'Day of the centre' } };
    expect((await manager.post<Problem>('holidays', day)).body).toMatchObject({ status: 403, code: 'HOLIDAY_OF_COUNTRY' });
    const added = await manager.post<Day>('holidays', { ...day, centreId: centre.id });
    expect(added.status).toBe(201);
    expect((await manager.post<Problem>('holidays', { ...day, centreId: centre.id })).body).toMatchObject({ status: 409, code: 'HOLIDAY_EXISTS' });
    const { country: _, ...content } = day;
    expect((await manager.put<Problem>(`holidays/${added.body.id}`, { ...content, version: 9 })).body.code).toBe('STALE_VERSION');
    expect((await manager.put<Day>(`holidays/${added.body.id}`, { ...content, day: '2031-03-04', version: 1 })).body).toMatchObject({ day: '2031-03-04', version: 2 });
    expect((await manager.delete(`holidays/${added.body.id}`)).status).toBe(204);
    expect((await manager.get<Day[]>('holidays?country=TH&year=2031')).body).toEqual([]);
    expect((await manager.post<Problem>('holidays', { ...day, day: '2031-02-30', centreId: centre.id })).status).toBe(400);
  });

  it('come from a file, row by row; a dry run writes nothing', async () => {
    const centre = await newCentre(database.manager, { country: 'TH' });
    const fields = { country: 'TH', centreId: centre.id };
    const csv = 'day,en,th,kind\n2032-01-05,Open day,วันเปิดบ้าน,\n2032-02-30,No day,,\n2032-01-05,Again,,\n2032-01-06,,,\n2032-01-07,Saturday class,,work\n';
    const expected = [['created', null], ['rejected', 'DAY_UNREADABLE'], ['rejected', 'DAY_TWICE'], ['rejected', 'NAME_MISSING'], ['created', null]];
    const dry = await admin.post<Row[]>('holidays/import', upload({ ...fields, dryRun: 'true' }, csv));
    expect(dry.body.map(({ outcome, problem }) => [outcome, problem])).toEqual(expected);
    expect((await admin.get<Day[]>('holidays?country=TH&year=2032')).body).toEqual([]);
    await admin.post('holidays/import', upload({ ...fields, dryRun: 'false' }, csv));
    expect((await admin.get<Day[]>('holidays?country=TH&year=2032')).body.map(({ day }) => day)).toEqual(['2032-01-05', '2032-01-07']);
    const again = await admin.post<Row[]>('holidays/import', upload({ ...fields, dryRun: 'false' }, csv));
    expect(again.body[0]).toMatchObject({ outcome: 'updated' });
    expect((await admin.post<Problem>('holidays/import', upload({ ...fields, dryRun: 'true' }, 'date,name\n1,2\n'))).body).toMatchObject({ status: 400, code: 'FILE_LACKS_COLUMN' });
  });

  it('and areas below a province come from a file too, parents above their children', async () => {
    const code = `KH-9${newId().slice(-5).toUpperCase()}`;
    const csv = `code,level,parent,en,km,from\n${code},2,KH-1,Test District,ស្រុកសាកល្បង,2020-01-01\n${code}1,3,${code},Test Commune,,\n${code}2,3,KH-1,Wrong Parent,,\nTH-1,1,,Elsewhere,,\n`;
    const send = (dryRun: string) => admin.post<Row[]>('admin-areas/import', upload({ country: 'KH', dryRun }, csv));
    const expected = [['created', null], ['created', null], ['rejected', 'PARENT_LEVEL'], ['rejected', 'CODE_ELSEWHERE']];
    expect((await send('true')).body.map(({ outcome, problem }) => [outcome, problem])).toEqual(expected);
    const list = () => admin.get<{ items: { code: string; names: Record<string, string> }[] }>(`admin-areas?country=KH&name=${code}`);
    expect((await list()).body.items).toEqual([]);
    await send('false');
    expect((await list()).body.items.map((area) => area.code)).toEqual([code, `${code}1`]);
    expect((await send('false')).body.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'rejected', 'rejected']);
  });

  it('a file of a whole country is weighed and brought in any order of its rows, and told row by row', async () => {
    const [province, districts, communes] = ['KH-25', 40, 75];
    const stem = `${province}${newId().slice(-6)}`.toUpperCase();
    const lines = Array.from({ length: districts }, (_, d) => [
      ...Array.from({ length: communes }, (__, c) => `${stem}-${d}-${c},3,${stem}-${d},Commune ${d}.${c},ឃុំ ${d}.${c}`),
      `${stem}-${d},2,${province},District ${d},ស្រុក ${d}`,
    ]).flat();
    const csv = ['code,level,parent,en,km', ...lines, `${stem}-X,2,KH-999,Nowhere,`].join('\n');
    const counts = async (dryRun: string) => {
      const { body } = await admin.post<Row[]>('admin-areas/import', upload({ country: 'KH', dryRun }, csv));
      expect(body.at(-1)).toMatchObject({ row: lines.length + 2, outcome: 'rejected', problem: 'PARENT_UNKNOWN' });
      return Object.fromEntries(['created', 'updated', 'unchanged', 'rejected'].map((outcome) => [outcome, body.filter((row) => row.outcome === outcome).length]));
    };
    const all = districts * (communes + 1);
    expect(await counts('true')).toEqual({ created: all, updated: 0, unchanged: 0, rejected: 1 });
    expect(await counts('false')).toEqual({ created: all, updated: 0, unchanged: 0, rejected: 1 });
    expect(await counts('false')).toEqual({ created: 0, updated: 0, unchanged: all, rejected: 1 });
  });
});
