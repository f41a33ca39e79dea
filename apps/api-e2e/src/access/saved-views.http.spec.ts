import { newCentre } from '@sampan/organisations/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';

interface View {
  readonly id: string;
  readonly name: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly centreId: string | null;
  readonly mine: boolean;
  readonly version: number;
}

describe('saved views', () => {
  let database: DataSource;
  let centreId: string;
  let otherCentreId: string;
  let keeper: Client;
  let colleague: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    [centreId, otherCentreId] = [(await newCentre(database.manager)).id, (await newCentre(database.manager)).id];
    [keeper, colleague] = [await signedInAs(database, 'supervisor', { centreId }), await signedInAs(database, 'social-worker', { centreId, reach: 'caseload' })];
  });
  afterAll(() => database.destroy());

  const keep = async (over: object = {}): Promise<View> => {
    const { status, body } = await keeper.post<View>('saved-views', { list: 'cases', name: 'Nobody’s', state: { owner: 'nobody', open: true }, ...over });
    expect(status).toBe(201);
    return body;
  };
  const seenBy = async (who: Client, list = 'cases'): Promise<readonly View[]> => (await who.get<View[]>(`saved-views?list=${list}`)).body;
  const idsSeenBy = async (who: Client, list?: string): Promise<readonly string[]> => (await seenBy(who, list)).map(({ id }) => id);

  it('are their owner’s alone until they are shared with the centre, and again afterwards', async () => {
    const view = await keep();
    expect(await seenBy(keeper)).toContainEqual(expect.objectContaining({ id: view.id, mine: true, state: { owner: 'nobody', open: true } }));
    expect(await idsSeenBy(colleague)).not.toContain(view.id);
    const shared = await keeper.patch<View>(`saved-views/${view.id}`, { centreId, version: view.version });
    expect([shared.status, shared.body.centreId]).toEqual([200, centreId]);
    expect(await seenBy(colleague)).toContainEqual(expect.objectContaining({ id: view.id, mine: false }));
    expect((await keeper.patch(`saved-views/${view.id}`, { centreId: null, version: shared.body.version })).status).toBe(200);
    expect(await idsSeenBy(colleague)).not.toContain(view.id);
  });

  it('stay within the centre that they are shared with', async () => {
    const view = await keep({ centreId });
    const stranger = await signedInAs(database, 'social-worker', { centreId: otherCentreId });
    expect(await idsSeenBy(stranger)).not.toContain(view.id);
    expect((await keeper.post<Problem>('saved-views', { list: 'cases', name: 'Abroad', state: {}, centreId: otherCentreId })).body.code).toBe('CENTRE_NOT_FOUND');
  });

  it('take no id that is somebody else’s', async () => {
    const view = await keep();
    const taken = await colleague.post<Problem>('saved-views', { id: view.id, list: 'cases', name: 'Mine', state: {} });
    expect([taken.status, taken.body.code]).toEqual([409, 'ALREADY_THERE']);
    expect((await seenBy(keeper)).find(({ id }) => id === view.id)?.name).toBe(view.name);
  });

  it('sent twice at the same moment are one view', async () => {
    const view = { id: crypto.randomUUID(), list: 'cases', name: 'Twice', state: {} };
    const answers = await Promise.all([1, 2, 3, 4].map(() => keeper.post<View>('saved-views', view)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  });

  it('of a list that is not part of somebody’s work are neither shown to nor kept by them', async () => {
    const view = await keep({ centreId });
    const registrar = await signedInAs(database, 'registrar', { centreId });
    expect(await idsSeenBy(registrar)).not.toContain(view.id);
    expect((await registrar.post<Problem>('saved-views', { list: 'cases', name: 'Mine', state: {} })).body.code).toBe('LIST_NOT_YOURS');
  });

  it('are renamed on their latest version, and deleted, by their owner only', async () => {
    const view = await keep({ centreId });
    expect((await keeper.patch<View>(`saved-views/${view.id}`, { name: ' Unowned ', version: view.version })).body.name).toBe('Unowned');
    expect((await keeper.patch<Problem>(`saved-views/${view.id}`, { name: 'Late', version: view.version })).body.code).toBe('STALE_VERSION');
    expect((await colleague.patch<Problem>(`saved-views/${view.id}`, { name: 'Ours', version: 2 })).body.code).toBe('SAVED_VIEW_NOT_FOUND');
    expect((await colleague.delete<Problem>(`saved-views/${view.id}`)).status).toBe(404);
    expect((await keeper.delete(`saved-views/${view.id}`)).status).toBe(204);
    expect(await idsSeenBy(keeper)).not.toContain(view.id);
  });

  it('never hold what somebody searched for', async () => {
    const { status, body } = await keeper.post<Problem & { details: object }>('saved-views', { list: 'people', name: 'Found', state: { text: 'dara' } });
    expect([status, body.code, body.details]).toEqual([422, 'VIEW_FILTER_UNKNOWN', { filters: ['text'] }]);
  });

  it('are kept once when the same one is sent twice', async () => {
    const id = '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3aff';
    await keep({ id });
    await keep({ id });
    expect((await idsSeenBy(keeper)).filter((one) => one === id)).toHaveLength(1);
  });

  it('have a name and a list that exists', async () => {
    expect((await keeper.post<Problem>('saved-views', { list: 'cases', name: '   ', state: {} })).body.code).toBe('VALIDATION_FAILED');
    expect((await keeper.get<Problem>('saved-views?list=secrets')).body.code).toBe('VALIDATION_FAILED');
  });
});
