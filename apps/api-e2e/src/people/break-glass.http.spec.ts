import { newCase } from '@sampan/cases/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newCaseloadEntry, newContact, newPerson } from '@sampan/people/testing';
import { newFollowUp, newPlacement } from '@sampan/placement/testing';
import { newFlag } from '@sampan/risk/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, newAccount, signedInAs, signIn } from '../support/accounts';
import type { Client, Problem } from '../support/client';

const REASON = 'She stands at our door tonight and needs a safe place.';

describe('a break-glass', () => {
  let database: DataSource;

  beforeAll(async () => {
    database = await apiDatabase();
  });
  afterAll(() => database.destroy());

  /** A worker of one centre; at another one of the country somebody with a record of everything, and a neighbour with the same. */
  const world = async () => {
    const own = await newCentre(database.manager, { country: 'TH' });
    const other = await newCentre(database.manager, { country: 'TH' });
    const worker = await newAccount(database, 'social-worker', { reach: 'caseload', centreId: own.id, country: 'TH' });
    const colleague = await newAccount(database, 'social-worker', { reach: 'caseload', centreId: other.id, country: 'TH' });
    const somebody = async () => {
      const person = await newPerson(database.manager, { centreId: other.id });
      await newCaseloadEntry(database.manager, person, colleague.id);
      await newContact(database.manager, person);
      const file = await newCase(database.manager, person, { organisationId: other.organisationId, ownerId: colleague.id });
      const placement = await newPlacement(database.manager, { personId: person.id, centreId: other.id });
      const followUp = await newFollowUp(database.manager, placement);
      const flag = await newFlag(database.manager, person);
      return { person, file, placement, followUp, flag };
    };
    return { own, other, worker: await signIn(worker.email), somebody: await somebody(), neighbour: await somebody() };
  };
  const ask = (client: Client, personReference: string) =>
    client.post<{ id: string; personId: string; until: string } & Problem>('break-glass', { id: newId(), personReference, reasonKind: 'person-is-here', reason: REASON });
  type World = Awaited<ReturnType<typeof world>>;
  const placesOf = ({ person, file, placement, followUp, flag }: World['somebody']): string[] => [
    `people/${person.id}`, `people/${person.id}/timeline`, `people/${person.id}/contacts`, `people/${person.id}/consents`, `people/${person.id}/caseload`,
    `people/${person.id}/documents`, `cases/${file.id}`, `cases/${file.id}/notes`, `placements/${placement.id}`, `follow-ups/${followUp.id}`, `flags/${flag.id}`,
  ];
  const statuses = async (client: Client, places: readonly string[]): Promise<Record<string, number>> => {
    const answers: Record<string, number> = {};
    for (const place of places) {
      answers[place] = (await client.get(place)).status;
    }
    return answers;
  };

  it('opens everything of that one person and nothing else of the centre, until it is ended', async () => {
    const { worker, somebody, neighbour } = await world();
    const closed = (places: readonly string[]) => Object.fromEntries(places.map((place) => [place, 404]));
    expect(await statuses(worker, placesOf(somebody))).toEqual(closed(placesOf(somebody)));
    const opened = await ask(worker, somebody.person.reference);
    expect([opened.status, opened.body.personId]).toEqual([201, somebody.person.id]);
    expect(await statuses(worker, placesOf(somebody))).toEqual(Object.fromEntries(placesOf(somebody).map((place) => [place, 200])));
    expect(await statuses(worker, placesOf(neighbour))).toEqual(closed(placesOf(neighbour)));
    const listed = async (answer: Promise<{ body: { items: { id: string }[] } }>) => (await answer).body.items.map(({ id }) => id);
    expect(await listed(worker.post('people/search', {}))).toEqual([somebody.person.id]);
    expect(await listed(worker.get('cases'))).toEqual([somebody.file.id]);
    expect(await listed(worker.get('placements'))).toEqual([somebody.placement.id]);
    expect((await worker.post(`break-glass/mine/${opened.body.id}/end`)).status).toBe(204);
    expect(await statuses(worker, placesOf(somebody))).toEqual(closed(placesOf(somebody)));
  });

  it('is over at its moment', async () => {
    const { worker, somebody } = await world();
    const { body } = await ask(worker, somebody.person.reference);
    await database.query('UPDATE reach_exception SET until = now() WHERE id = $1', [body.id]);
    expect((await worker.get(`people/${somebody.person.id}`)).status).toBe(404);
  });

  it('says the same of nobody and of somebody abroad', async () => {
    const { worker } = await world();
    const abroad = await newPerson(database.manager, { centreId: (await newCentre(database.manager, { country: 'KH' })).id });
    const answers = [await ask(worker, abroad.reference), await ask(worker, '407315294'), await ask(worker, 'Sok Dara')];
    const withoutRequest = answers.map(({ status, body }) => JSON.stringify([status, { ...body, requestId: null }]));
    expect(new Set(withoutRequest).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ status: 404, code: 'PERSON_NOT_FOUND' });
  });

  it('leaves a trace of every number that is tried out, whatever the request says about repeating it', async () => {
    const { own } = await world();
    const account = await newAccount(database, 'social-worker', { reach: 'caseload', centreId: own.id, country: 'TH' });
    const client = await signIn(account.email);
    const request = { id: newId(), personReference: '407315294', reasonKind: 'person-is-here', reason: REASON };
    expect((await client.post('break-glass', request, { 'idempotency-key': newId() })).status).toBe(404);
    expect(await database.query(`SELECT action FROM audit_entry WHERE viewer_id = $1 AND action LIKE 'break-glass%'`, [account.id])).toEqual([{ action: 'break-glass.refused' }]);
  });

  it('takes a sentence, a kind and a reference', async () => {
    const { worker, somebody } = await world();
    const request = { id: newId(), personReference: somebody.person.reference, reasonKind: 'person-is-here', reason: REASON };
    expect((await worker.post<Problem>('break-glass', { ...request, reason: 'urgent' })).body.code).toBe('REASON_TOO_SHORT');
    expect((await worker.post<Problem>('break-glass', { ...request, reasonKind: 'curious' })).status).toBe(400);
    expect((await worker.post<Problem>('break-glass', { id: newId() })).status).toBe(400);
  });

  it.each(['registrar', 'instructor', 'manager', 'placement-officer', 'data-steward', 'analyst', 'release-approver', 'liaison', 'administrator', 'data-protection-officer'] as const)('is not for a %s', async (role) => {
    const { own, somebody } = await world();
    const client = await signedInAs(database, role, { reach: 'centre', centreId: own.id, country: 'TH' });
    expect((await ask(client, somebody.person.reference)).body.code).toBe('NOT_PERMITTED');
  });

  it('is reviewed by the supervisor of the person’s centre, who finds it in the list and in the news', async () => {
    const { worker, other, somebody } = await world();
    const supervisor = await signedInAs(database, 'supervisor', { centreId: other.id, country: 'TH' });
    const { body } = await ask(worker, somebody.person.reference);
    const news = (await supervisor.get<{ kind: string; subjectId: string }[]>('notifications')).body;
    expect(news).toMatchObject([{ kind: 'break-glass.opened', subjectId: body.id }]);
    expect((await supervisor.get<{ items: { id: string; reason: string }[] }>('break-glass?onlyUnreviewed=true')).body.items).toMatchObject([{ id: body.id, reason: REASON }]);
    expect((await supervisor.post(`break-glass/${body.id}/end`)).status).toBe(204);
    expect((await worker.get(`people/${somebody.person.id}`)).status).toBe(404);
    expect((await supervisor.post(`break-glass/${body.id}/review`, { verdict: 'justified' })).status).toBe(200);
    expect((await supervisor.post<Problem>(`break-glass/${body.id}/review`, { verdict: 'justified' })).body.code).toBe('REVIEWED_ALREADY');
    expect((await supervisor.post<Problem>(`break-glass/${newId()}/review`, { verdict: 'justified' })).body.code).toBe('BREAK_GLASS_NOT_FOUND');
    expect((await supervisor.post<Problem>(`break-glass/${body.id}/review`, { verdict: 'nice' })).status).toBe(400);
    const openings = await supervisor.get<{ items: { action: string; byBreakGlass: boolean }[] }>(`people/${somebody.person.id}/openings`);
    expect(openings.body.items.map(({ action }) => action)).toEqual(['break-glass.reviewed', 'break-glass.ended', 'break-glass.opened']);
  });

  it('leaves a mark on what was opened by it', async () => {
    const { worker, somebody } = await world();
    await ask(worker, somebody.person.reference);
    await worker.get(`people/${somebody.person.id}`);
    const officer = await signedInAs(database, 'data-protection-officer', { reach: 'country', country: 'TH' });
    const found = await officer.post<{ personId: string }>('people/openings/find', { wholeReference: somebody.person.reference });
    expect([found.status, found.body.personId]).toEqual([200, somebody.person.id]);
    const { items } = (await officer.get<{ items: { action: string; byBreakGlass: boolean; roles: string[] }[] }>(`people/${somebody.person.id}/openings`)).body;
    expect(items.find(({ action }) => action === 'person.opened')).toMatchObject({ byBreakGlass: true, roles: ['social-worker'] });
    expect((await officer.get<Problem>(`people/${somebody.person.id}`)).body.code).toBe('NOT_PERMITTED');
    expect((await officer.post<Problem>('people/openings/find', { wholeReference: '1' })).body.code).toBe('PERSON_NOT_FOUND');
  });
});
