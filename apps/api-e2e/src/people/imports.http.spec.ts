import { setTimeout } from 'node:timers/promises';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface ImportAnswer {
  readonly id: string;
  readonly state: string;
  readonly columns: string[];
  readonly mapping: { column: number; target: string }[];
  readonly counts: Record<string, number>;
  readonly undecided: number;
}

interface RowAnswer {
  readonly id: string;
  readonly rowNumber: number;
  readonly outcome: string;
  readonly cells: string[];
  readonly matches: { personId: string; rowNumber: number | null }[];
}

describe('imports', () => {
  let database: DataSource;
  let centreId: string;
  let registrar: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager, { country: 'KH' })).id;
    registrar = await signedInAs(database, 'registrar', { centreId });
  });
  afterAll(() => database.destroy());

  const upload = <T = ImportAnswer>(content: string | Buffer, over: Record<string, string> = {}) => {
    const form = new FormData();
    Object.entries({ id: newId(), centreId, ...over }).forEach(([name, value]) => form.set(name, value));
    form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), 'ចុះឈ្មោះ.csv');
    return registrar.post<T>('imports', form);
  };
  const until = async (id: string, state: string): Promise<ImportAnswer> => {
    for (;;) {
      const { body } = await registrar.get<ImportAnswer>(`imports/${id}`);
      if (body.state === state) {
        return body;
      }
      await setTimeout(100);
    }
  };

  it('go from the file to people and back again', async () => {
    const { status, body } = await upload('Name,Date of birth,Phone\nKong Sambath,5/6/1993,012 888 001\nKong Sambat,5/6/1993,\n,1990,\n');
    expect([status, body.state, body.mapping.map(({ target }) => target)]).toEqual([201, 'uploaded', ['fullName', 'birthDate', 'phone']]);
    expect((await registrar.get<{ id: string; fileName: string }[]>('imports')).body).toContainEqual(expect.objectContaining({ id: body.id, fileName: 'ចុះឈ្មោះ.csv' }));

    await registrar.put(`imports/${body.id}/mapping`, { mapping: body.mapping });
    expect(await until(body.id, 'checked')).toMatchObject({ counts: { 'to-create': 1, duplicate: 1, rejected: 1 }, undecided: 1 });
    const rows = (await registrar.get<{ items: RowAnswer[] }>(`imports/${body.id}/rows?outcomes=duplicate`)).body.items;
    expect(rows).toMatchObject([{ rowNumber: 3, cells: ['Kong Sambat', '5/6/1993', ''], matches: [{ rowNumber: 2 }] }]);

    const decision = { decision: 'same-person', samePersonId: rows[0]?.matches[0]?.personId };
    expect((await registrar.post(`imports/${body.id}/rows/${rows[0]?.id}/decision`, decision)).status).toBe(204);
    expect((await registrar.post(`imports/${body.id}/commit`)).status).toBe(200);
    expect((await until(body.id, 'committed')).counts).toEqual({ created: 1, updated: 1, rejected: 1 });
    const found = () => registrar.post<{ items: object[] }>('people/search', { text: 'kong sambat' });
    expect((await found()).body.items).toHaveLength(1);

    expect((await registrar.post(`imports/${body.id}/undo`)).status).toBe(200);
    expect((await until(body.id, 'undone')).counts).toEqual({ undone: 2, rejected: 1 });
    expect((await found()).body.items).toHaveLength(0);
  });

  it('take one decision for all rows that are likely enough', async () => {
    const { body } = await upload('Name,DOB\nNhem Sitha,1/1/1980\nNhem Sitha,1/1/1980\nNhem Sitha,1/1/1980\n');
    await registrar.put(`imports/${body.id}/mapping`, { mapping: body.mapping });
    await until(body.id, 'checked');
    expect((await registrar.post(`imports/${body.id}/decisions`, { decision: 'skip', leastScore: 0.9 })).body).toEqual({ decided: 2 });
  });

  it.each([
    ['FILE_EMPTY', 'Name\n'],
    ['FILE_NOT_UTF8', Buffer.from([0x4e, 0x0a, 0xff, 0xff])],
  ])('are refused with %s', async (code, content) => {
    const { status, body } = await upload<Problem>(content);
    expect([status, body.code]).toEqual([400, code]);
  });

  it('need a file, a known centre, a name column and a dry run', async () => {
    expect((await registrar.post<Problem>('imports', { id: newId(), centreId })).body.code).toBe('FILE_MISSING');
    expect((await upload<Problem>('Name\nA', { centreId: newId() })).body.code).toBe('CENTRE_NOT_FOUND');
    const { body } = await upload('Name,DOB\nUong Pisey,1980');
    expect((await registrar.put<Problem>(`imports/${body.id}/mapping`, { mapping: [{ column: 1, target: 'birthDate' }] })).body.code).toBe('MAPPING_WITHOUT_NAME');
    expect((await registrar.put<Problem>(`imports/${body.id}/mapping`, { mapping: [{ column: 0, target: 'shoeSize' }] })).status).toBe(400);
    expect((await registrar.post<Problem>(`imports/${body.id}/commit`)).body.code).toBe('TRANSITION_REFUSED');
    expect((await registrar.post<Problem>(`imports/${body.id}/undo`)).body.code).toBe('TRANSITION_REFUSED');
    expect((await registrar.post<Problem>(`imports/${body.id}/rows/${newId()}/decision`, { decision: 'skip' })).body.code).toBe('IMPORT_BUSY');
  });
});
