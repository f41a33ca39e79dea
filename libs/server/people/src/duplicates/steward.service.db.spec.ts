import { viewerOf } from '@sampan/access/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { PeopleModule } from '../people.module';
import { People } from '../persons/people.service';
import { Person } from '../persons/person.entity';
import { Registration } from '../persons/registration.service';
import { newConsent, newDuplicatePair, newPerson } from '../testing';
import { Timeline } from '../timeline/timeline.service';
import { Consents } from '../consents/consents.service';
import { Steward } from './steward.service';

describe('the data steward, on the database', () => {
  let app: TestApp;
  let steward: Steward;
  let people: People;

  beforeAll(async () => {
    app = await testApp([PeopleModule]);
    steward = app.get(Steward);
    people = app.get(People);
  });
  afterAll(() => app.close());

  const aPair = async () => {
    const { id: centreId } = await newCentre(app.manager);
    const [one, other] = [await newPerson(app.manager, { centreId, fullName: 'Vong Kept' }), await newPerson(app.manager, { centreId, fullName: 'Wong Gone' })];
    return { centreId, one, other, pair: await newDuplicatePair(app.manager, one, other), viewer: viewerOf('data-steward', [centreId]) };
  };
  const append = (personId: string, centreId: string, kind: string) =>
    app.get(Timeline).append({ personId, centreId, at: app.clock.now(), kind, fact: 'fact.identity', data: {}, sourceType: 'test', sourceId: newId() });
  const found = async (viewer: Parameters<People['search']>[0], text: string) =>
    (await people.search(viewer, { text, centreIds: [], statuses: [], limit: 10 })).items.map(({ id }) => id);

  it('joins two records: both histories stay, and the kept one is found by either name', async () => {
    const { centreId, one, other, pair, viewer } = await aPair();
    await append(one.id, centreId, 'training.enrolled');
    await append(other.id, centreId, 'training.completed');
    await newConsent(app.manager, { personId: other.id, centreId, purpose: 'photo' });
    await steward.join(viewer, pair.id, one.id);

    expect(await found(viewer, 'wong gone')).toEqual([one.id]);
    const lines = await app.get(Timeline).list(viewer, one.id, { rooms: ['training'], limit: 10 });
    expect(lines.items.map(({ kind }) => kind).sort()).toEqual(['training.completed', 'training.enrolled']);
    expect((await app.get(Consents).list(viewer, one.id)).find(({ purpose }) => purpose === 'photo')?.state).toBe('given');
    expect(await app.get(Consents).has(one.id, 'photo')).toBe(true);
    expect(await app.manager.findOneByOrFail(Person, { id: other.id })).toMatchObject({ status: 'merged', mergedIntoId: one.id });
    await expect(app.get(Registration).change(viewerOf('registrar', [centreId]), other.id, 2, { nickname: 'x' })).rejects.toMatchObject({ code: 'PERSON_MERGED' });
  });

  it('takes a join back, and everything is as it was', async () => {
    const { one, other, pair, viewer } = await aPair();
    await steward.join(viewer, pair.id, one.id);
    expect(await steward.reopen(viewer, pair.id)).toMatchObject({ pair: { state: 'to-steward', keptPersonId: null } });
    expect(await found(viewer, 'wong gone')).toEqual([other.id]);
    expect(await found(viewer, 'vong kept')).toEqual([one.id]);
  });

  it('does not join a record that was joined before', async () => {
    const { centreId, one, other, pair, viewer } = await aPair();
    const third = await newPerson(app.manager, { centreId });
    const second = await newDuplicatePair(app.manager, other, third);
    await steward.join(viewer, pair.id, one.id);
    await expect(steward.join(viewer, second.id, third.id)).rejects.toMatchObject({ code: 'ALREADY_JOINED' });
  });

  it('decides once when two decide at once', async () => {
    const { one, other, pair, viewer } = await aPair();
    const results = await Promise.allSettled([steward.join(viewer, pair.id, one.id), steward.join(viewer, pair.id, other.id), steward.keepApart(viewer, pair.id)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('works through a queue in pages, likeliest first', async () => {
    const { centreId, viewer } = await aPair();
    for (let count = 0; count < 3; count += 1) {
      await newDuplicatePair(app.manager, await newPerson(app.manager, { centreId }), await newPerson(app.manager, { centreId }));
    }
    const first = await steward.queue(viewer, 'to-steward', undefined, 3);
    const second = await steward.queue(viewer, 'to-steward', first.nextCursor ?? undefined, 3);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null]);
    expect((await steward.queue(viewer, 'to-steward', second.previousCursor ?? undefined, 3)).items).toEqual(first.items);
  });
});
