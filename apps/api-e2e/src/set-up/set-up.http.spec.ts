import { readFileSync } from 'node:fs';
import { createDataSource } from '@sampan/kernel';
import { parts } from '@sampan/rooms';
import { testConfig } from '@sampan/testing';
import type { DataSource } from 'typeorm';
import { Client, type Problem } from '../support/client';
import { newNode, type Node } from './new-node';

const PASSWORD = 'a sentence that only tests know';
const ORDER = {
  operator: { name: 'Foundation of the Two Rivers', country: 'KH' },
  centres: [
    { name: 'Centre Riverside', country: 'KH', timeZone: 'Asia/Phnom_Penh', languages: ['km', 'en'] },
    { name: 'Centre Border', country: 'TH', timeZone: 'Asia/Bangkok', adminAreaCode: 'TH-27', languages: ['th'] },
  ],
  administrator: { displayName: 'First Administrator', email: 'First@operator.example', password: PASSWORD, locale: 'km' },
  programmes: ['ELEC', 'SEW', 'UNKNOWN'],
  areas: { country: 'KH', csv: 'code,level,parent,en\nKH-102,2,KH-1,Mongkol Borei\nKH-103,2,KH-99,Nowhere\n' },
};

/** A node of its own: the one that the other tests share has accounts. */
describe('the set-up of a new node', () => {
  let node: Node;
  let database: DataSource;
  let code: string;

  beforeAll(async () => {
    node = await newNode();
    database = await createDataSource(testConfig(node.databaseUrl), parts).initialize();
    code = /with the code\s+([\w-]+)/.exec(readFileSync(node.logFile, 'utf8'))?.[1] ?? '';
  }, 120_000);
  afterAll(async () => {
    await database.destroy();
    await node.stop();
  });

  const call = <T>(method: string, path: string, body?: unknown) => new Client(node.url).call<T>(method, path, body);
  const count = async (table: string): Promise<number> => ((await database.query(`SELECT count(*)::int AS count FROM ${table}`)) as [{ count: number }])[0].count;

  it('is offered, and its code stands in the terminal', async () => {
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    const { body } = await call<{ open: boolean; countries: unknown[]; programmes: { code: string }[] }>('GET', 'set-up');
    expect(body.open).toBe(true);
    expect(body.countries.length).toBeGreaterThan(4);
    expect(body.programmes.map((one) => one.code)).toContain('ELEC');
  });

  it('is refused to a stranger without the code, who learns nothing and changes nothing', async () => {
    expect((await call<Problem>('POST', 'set-up', { ...ORDER, code: 'AAAAA-AAAAA' })).body).toMatchObject({ status: 422, code: 'SET_UP_CODE_WRONG' });
    expect((await call<Problem>('POST', 'set-up/check-areas', { code: 'AAAAA-AAAAA', areas: ORDER.areas })).body.code).toBe('SET_UP_CODE_WRONG');
    expect(await count('app_user')).toBe(0);
  });

  it('shows what would become of each row of a file of areas', async () => {
    const { body } = await call<{ outcome: string }[]>('POST', 'set-up/check-areas', { code, areas: ORDER.areas });
    expect(body.map(({ outcome }) => outcome)).toEqual(['created', 'rejected']);
  });

  it('is all or nothing', async () => {
    const weak = { ...ORDER, code, administrator: { ...ORDER.administrator, password: 'short' } };
    expect((await call<Problem>('POST', 'set-up', weak)).body).toMatchObject({ status: 422, code: 'PASSWORD_TOO_SHORT' });
    const elsewhere = { ...ORDER, code, centres: [ORDER.centres[0], { ...ORDER.centres[1], adminAreaCode: 'KH-1' }] };
    expect((await call<Problem>('POST', 'set-up', elsewhere)).body).toMatchObject({ status: 422, code: 'ADMIN_AREA_ELSEWHERE' });
    expect([await count('app_user'), await count('organisation'), await count('centre'), await count('programme')]).toEqual([0, 0, 0, 0]);
  });

  it('is done once, also when two do it at the same moment, and then closed for ever', async () => {
    const answers = await Promise.all([call<Problem>('POST', 'set-up', { ...ORDER, code: code.toLowerCase().replace('-', ' ') }), call<Problem>('POST', 'set-up', { ...ORDER, code })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect([await count('app_user'), await count('organisation'), await count('centre'), await count('programme')]).toEqual([1, 1, 2, 2]);
    expect((await call<Problem>('POST', 'set-up', { ...ORDER, code })).body).toMatchObject({ status: 409, code: 'SET_UP_DONE' });
    expect((await call<{ open: boolean }>('GET', 'set-up')).body).toEqual({ open: false, countries: [], programmes: [] });
    const signedIn = await call<{ roles: string[]; centres: unknown[]; locale: string }>('POST', 'auth/sign-in', { email: 'first@operator.example', password: PASSWORD });
    expect(signedIn.body).toMatchObject({ roles: ['administrator'], locale: 'km' });
    expect(signedIn.body.centres).toHaveLength(2);
  });
});
