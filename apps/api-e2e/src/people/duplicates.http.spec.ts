import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newDuplicatePair, newPerson } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface Match {
  readonly person: { readonly id: string };
  readonly score: number;
  readonly reasons: { readonly kind: string }[];
}

describe('possible duplicates', () => {
  let database: DataSource;
  let centreId: string;
  let otherCentreId: string;
  let registrar: Client;
  let steward: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    const centre = await newCentre(database.manager, { country: 'LA' });
    [centreId, otherCentreId] = [centre.id, (await newCentre(database.manager, { country: 'LA' })).id];
    registrar = await signedInAs(database, 'registrar', { centreId });
    steward = await signedInAs(database, 'data-steward', { reach: 'country', country: 'LA' });
  });
  afterAll(() => database.destroy());

  const check = (typed: object) => registrar.post<Match[]>('people/duplicate-check', { centreId, names: ['Bounmy Keo'], ...typed });

  it('appear while typing, with the reasons, and never from elsewhere', async () => {
    const known = await newPerson(database.manager, { centreId, fullName: 'ບຸນມີ ແກ້ວ', latinName: 'Bounmy Keo', birthDate: '1988-08-08' });
    await newPerson(database.manager, { centreId: otherCentreId, fullName: 'Bounmy Keo', birthDate: '1988-08-08' });
    const { status, body } = await check({ birth: { date: '1988-01-01', precision: 'year' } });
    expect([status, body.map(({ person }) => person.id)]).toEqual([200, [known.id]]);
    expect(body[0]?.reasons.map(({ kind }) => kind)).toEqual(['name', 'born-within']);
    expect((await check({ birth: { date: '1958-01-01', precision: 'year' } })).body).toEqual([]);
  });

  it('are at most five', async () => {
    for (let count = 0; count < 7; count += 1) {
      await newPerson(database.manager, { centreId, fullName: 'Many Alike', birthDate: '1991-01-01' });
    }
    expect((await check({ names: ['Many Alike'], birth: { date: '1991-01-01', precision: 'day' } })).body).toHaveLength(5);
  });

  it('are refused for what is not typed text, and for a centre of others', async () => {
    expect((await check({ names: [7] })).status).toBe(400);
    expect((await registrar.post<Problem>('people/duplicate-check', { centreId: otherCentreId, names: ['x'] })).body.code).toBe('CENTRE_NOT_FOUND');
  });

  it('are kept apart, reopened, joined and taken apart again by a steward', async () => {
    const [one, other] = [await newPerson(database.manager, { centreId, fullName: 'Joined One' }), await newPerson(database.manager, { centreId: otherCentreId, fullName: 'Joined Other' })];
    const pair = await newDuplicatePair(database.manager, one, other);
    const queue = await steward.get<{ items: { id: string }[] }>('duplicates?limit=100');
    expect(queue.body.items.map(({ id }) => id)).toContain(pair.id);

    expect((await steward.post(`duplicates/${pair.id}/keep-apart`)).body).toMatchObject({ state: 'not-the-same' });
    expect((await steward.post<Problem>(`duplicates/${pair.id}/join`, { keptPersonId: one.id })).body.code).toBe('TRANSITION_REFUSED');
    expect((await steward.post(`duplicates/${pair.id}/reopen`)).body).toMatchObject({ state: 'to-steward' });

    expect((await steward.post<Problem>(`duplicates/${pair.id}/join`, { keptPersonId: newId() })).body.code).toBe('NOT_OF_THIS_PAIR');
    expect((await steward.post(`duplicates/${pair.id}/join`, { keptPersonId: one.id })).body).toMatchObject({ state: 'same-person', keptPersonId: one.id });
    expect((await steward.get(`people/${other.id}`)).body).toMatchObject({ status: 'merged', mergedIntoId: one.id });
    expect((await steward.post<Problem>(`duplicates/${pair.id}/reopen`)).body).toMatchObject({ state: 'to-steward' });
    expect((await steward.get(`people/${other.id}`)).body).toMatchObject({ mergedIntoId: null });
  });

  it('are shown to a steward only who may see both', async () => {
    const abroad = await newPerson(database.manager, { centreId: (await newCentre(database.manager, { country: 'MM' })).id });
    const pair = await newDuplicatePair(database.manager, await newPerson(database.manager, { centreId }), abroad);
    expect((await steward.post<Problem>(`duplicates/${pair.id}/keep-apart`)).body.code).toBe('DUPLICATE_NOT_FOUND');
    expect((await steward.get('duplicates?state=maybe')).status).toBe(400);
  });
});
