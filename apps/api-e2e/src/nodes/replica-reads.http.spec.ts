import { createDataSource, newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { parts } from '@sampan/rooms';
import { createTestDatabase, type TestDatabase } from '@sampan/testing';
import { Client } from '../support/client';
import { startNode, type Node } from './node';

/** A second database stands for a copy that lags: what is only in it shows where an answer came from. */
describe('a product with a copy of its database', () => {
  let original: TestDatabase;
  let copy: TestDatabase;
  let node: Node;
  let personOfCopy: string;

  beforeAll(async () => {
    original = await createTestDatabase();
    copy = await createTestDatabase();
    node = await startNode(original.config.databaseUrl, 'sampan', { SAMPAN_REPLICA_URLS: copy.config.databaseUrl });
    const behind = await createDataSource(copy.config, parts).initialize();
    await newCentre(behind.manager, { id: node.centreId, country: 'KH', timeZone: 'Asia/Phnom_Penh' });
    personOfCopy = (await newPerson(behind.manager, { centreId: node.centreId, fullName: 'Chan Thy' })).id;
    await behind.destroy();
  });
  afterAll(async () => {
    await node.close();
    await original.drop();
    await copy.drop();
  });

  const registrar = async (): Promise<Client> => (await node.signIn(await node.account('registrar'))).client;
  const register = (who: Client, fullName: string) => who.post('people', { id: newId(), centreId: node.centreId, fullName });
  const find = async (who: Client, text: string): Promise<number> => {
    const { status, body } = await who.post<{ items: unknown[] }>('people/search', { text });
    return status === 200 ? body.items.length : status;
  };
  /** Signing in is a write too: until the copy may have caught up, the original is read. */
  const withoutRecentWrite = (who: Client): Client => {
    who.forget('sampan_wrote');
    return who;
  };

  it('reads its lists from the copy', async () => {
    expect(await find(withoutRecentWrite(await registrar()), 'Chan Thy')).toBe(1);
  });

  it('shows at once what somebody has just written', async () => {
    const who = await registrar();
    await register(who, 'Sok Dara');
    expect(await find(who, 'Sok Dara')).toBe(1);
    expect(await find(withoutRecentWrite(who), 'Sok Dara')).toBe(0);
  });

  it('opens one record in the original, where its opening is written down', async () => {
    expect((await withoutRecentWrite(await registrar()).get(`people/${personOfCopy}`)).status).toBe(404);
  });

  it('reads the original when the copy has gone', async () => {
    const who = await registrar();
    await register(who, 'Heng Chamroeun');
    await copy.drop();
    expect(await find(withoutRecentWrite(who), 'Heng Chamroeun')).toBe(1);
  });
});
