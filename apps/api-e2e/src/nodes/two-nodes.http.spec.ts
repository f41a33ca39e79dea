import { newId } from '@sampan/kernel';
import { createEmptyTestDatabase, type TestDatabase } from '@sampan/testing';
import type { Client } from '../support/client';
import { startNode, type Node } from './node';

const RELATIONS_ACROSS = `
  SELECT here.nspname AS from_schema, there.nspname AS to_schema, k.conname AS name
    FROM pg_constraint k
    JOIN pg_class a ON a.oid = k.conrelid JOIN pg_namespace here ON here.oid = a.relnamespace
    JOIN pg_class b ON b.oid = k.confrelid JOIN pg_namespace there ON there.oid = b.relnamespace
   WHERE k.contype = 'f' AND here.oid <> there.oid
  UNION
  SELECT v.view_schema, v.table_schema, v.view_name FROM information_schema.view_table_usage v
   WHERE v.view_schema LIKE 'node\\_%' AND v.view_schema <> v.table_schema`;

describe('two operators in two schemas of one database', () => {
  let house: TestDatabase;
  let cambodia: Node;
  let thailand: Node;
  let registrar: Client;

  beforeAll(async () => {
    house = await createEmptyTestDatabase();
    cambodia = await startNode(house.config.databaseUrl, 'node_kh');
    thailand = await startNode(house.config.databaseUrl, 'node_th');
    ({ client: registrar } = await cambodia.signIn(await cambodia.account('registrar')));
  });
  afterAll(async () => {
    await cambodia.close();
    await thailand.close();
    await house.drop();
  });

  const register = async (fullName: string): Promise<string> => {
    const { body } = await registrar.post<{ id: string }>('people', { id: newId(), centreId: cambodia.centreId, fullName, birth: { date: '1990-01-01', precision: 'year' } });
    return body.id;
  };

  it('let nobody sign in with an account of the other', async () => {
    const email = await cambodia.account('registrar');
    expect((await cambodia.signIn(email)).status).toBe(200);
    expect((await thailand.signIn(email)).status).toBe(401);
  });

  it('do not find, open or suspect each other’s people', async () => {
    const id = await register('ហេង ចំរើន');
    const { client: neighbour } = await thailand.signIn(await thailand.account('registrar'));
    const sees = async (who: Client, centreId: string): Promise<[number, boolean, boolean]> => [
      (await who.get(`people/${id}`)).status,
      JSON.stringify((await who.post('people/search', { text: 'ហេង ចំរើន' })).body).includes(id),
      JSON.stringify((await who.post('people/duplicate-check', { centreId, names: ['ហេង ចំរើន'], birth: { date: '1990-01-01', precision: 'year' } })).body).includes(id),
    ];
    expect(await sees(registrar, cambodia.centreId)).toEqual([200, true, true]);
    expect(await sees(neighbour, thailand.centreId)).toEqual([404, false, false]);
  });

  it('keep their records, audit rows and letters each in their own schema', async () => {
    const id = await register('Sok Dara');
    const rows = (node: Node) => node.database.query(`SELECT count(*)::int AS n FROM audit_entry WHERE person_id = $1`, [id]) as Promise<[{ n: number }]>;
    expect((await rows(cambodia))[0].n).toBeGreaterThan(0);
    expect((await rows(thailand))[0].n).toBe(0);
  });

  it.each(['person', 'audit_entry', 'app_user', 'delivered_event'])('may not read the other’s %s, even when asked by its full name', async (table) => {
    await expect(cambodia.database.query(`SELECT count(*) FROM node_th.${table}`)).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('may not read the other’s queue', async () => {
    await expect(cambodia.database.query('SELECT count(*) FROM node_th_queue.job')).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('are tied together by no foreign key and no view', async () => {
    expect(await cambodia.database.query(RELATIONS_ACROSS)).toEqual([]);
  });
});
