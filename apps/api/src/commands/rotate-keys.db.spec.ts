import { Cipher, createDataSource, keyedTables, newId, type Config } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { rotateKeys } from '@sampan/platform';
import { createTestDatabase, type TestDatabase } from '@sampan/testing';
import { DataSource } from 'typeorm';
import { parts } from '../rooms';

/** As in people's rules: what keeps the hashes of document numbers apart. */
const DOCUMENT = 'identity-document';

describe('a change of the encryption key', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let former: Config;
  let both: Config;
  let onlyNew: Config;

  beforeAll(async () => {
    database = await createTestDatabase();
    former = database.config;
    both = { ...former, encryptionKey: Buffer.alloc(32, 8), previousEncryptionKeys: [former.encryptionKey] };
    onlyNew = { ...both, previousEncryptionKeys: [] };
    dataSource = await createDataSource(former, parts).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const recorded = async (number: string): Promise<string> => {
    const { manager } = dataSource;
    const cipher = new Cipher(former);
    const centre = await newCentre(manager);
    const person = await newPerson(manager, { centreId: centre.id, presentingIssueSealed: cipher.encrypt(`why ${number}`) });
    const hash = cipher.keyedHash(DOCUMENT, number);
    await manager.query(
      `INSERT INTO identity_document (id, person_id, centre_id, type, number_sealed, number_hash, created_at) VALUES ($1, $2, $3, 'passport', $4, $5, now())`,
      [newId(), person.id, centre.id, cipher.encrypt(number), hash],
    );
    await manager.query('INSERT INTO person_key (person_id, key, centre_id, born_from, born_to) VALUES ($1, $2, $3, 0, 9999)', [person.id, `i:${hash}`, centre.id]);
    return person.id;
  };

  it('is finished by a second run after the first was cut off, and then the former key opens nothing and finds nobody', async () => {
    const people = [await recorded('N1'), await recorded('N2'), await recorded('N3')];
    const cutOff = rotateKeys(both, parts, () => { throw new Error('killed'); }, 1);
    await expect(cutOff).rejects.toThrow('killed');
    expect((await rotateKeys(both, parts, undefined, 2)).left).toBe(0);
    const cipher = new Cipher(onlyNew);
    for (const [place, personId] of people.entries()) {
      const number = `N${place + 1}`;
      const [row] = (await dataSource.query(
        `SELECT d.number_sealed, d.number_hash, p.presenting_issue_sealed, array(SELECT key FROM person_key k WHERE k.person_id = p.id AND key LIKE 'i:%') AS keys
         FROM person p JOIN identity_document d ON d.person_id = p.id WHERE p.id = $1`,
        [personId],
      )) as [{ number_sealed: string; number_hash: string; presenting_issue_sealed: string; keys: string[] }];
      expect(cipher.decrypt(row.number_sealed)).toBe(number);
      expect(cipher.decrypt(row.presenting_issue_sealed)).toBe(`why ${number}`);
      expect(row.number_hash).toBe(cipher.keyedHash(DOCUMENT, number));
      expect(row.keys).toEqual([`i:${row.number_hash}`]);
      expect(() => new Cipher(former).decrypt(row.number_sealed)).toThrow();
    }
    expect((await rotateKeys(onlyNew, parts)).rewritten).toMatchObject({ person: 0, identity_document: 0 });
  });

  it('reseals a note, which nobody may change otherwise', async () => {
    const id = newId();
    await dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE NONE');
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(`INSERT INTO case_note (id, case_id, person_id, centre_id, level, sealed_text, author_id, written_at) VALUES ($1, $1, $1, $1, '3', $2, $1, now())`, [id, new Cipher(former).encrypt('told')]);
    });
    expect((await rotateKeys(both, parts)).rewritten).toMatchObject({ case_note: 1 });
    const [{ sealed_text: sealed }] = (await dataSource.query('SELECT sealed_text FROM case_note WHERE id = $1', [id])) as [{ sealed_text: string }];
    expect(new Cipher(onlyNew).decrypt(sealed)).toBe('told');
    const asOwner = dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE NONE');
      await manager.query(`UPDATE case_note SET level = '1', sealed_text = sealed_text WHERE id = $1`, [id]);
    });
    await expect(asOwner).rejects.toThrow('never changed or deleted');
  });

  it('reaches every column that is named as sealed', () => {
    const known = new Set(keyedTables(dataSource).flatMap(({ table, sealed }) => sealed.map((column) => `${table}.${column}`)));
    const named = dataSource.entityMetadatas.flatMap(({ tableName, columns }) => columns.filter(({ databaseName, type }) => type === 'text' && databaseName.includes('sealed')).map(({ databaseName }) => `${tableName}.${databaseName}`));
    expect(named.filter((column) => !known.has(column))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });
});
