import { newUser, viewerOf } from '@sampan/access/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { Audit } from '@sampan/platform';
import { testApp, type TestApp } from '@sampan/testing';
import { PeopleModule } from '../people.module';
import { showReference } from '../persons/person-reference.rules';
import { newPerson } from '../testing';
import { Openings } from './openings.service';

describe('who opened a file, on the database', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp([PeopleModule]);
  });
  afterAll(() => app.close());

  const world = async () => {
    const { id: centreId } = await newCentre(app.manager);
    const person = await newPerson(app.manager, { centreId });
    const user = await newUser(app.manager, { displayName: 'Sreymom Chan', roles: ['social-worker'], centreId });
    const worker = viewerOf('social-worker', [centreId], { userId: user.id });
    const opened = (personId: string, action: string, details = {}) =>
      app.get(Audit).record(worker, { action, subjectType: action.split('.')[0]!, subjectId: newId(), personId, centreId, details });
    return { centreId, person, opened, supervisor: viewerOf('supervisor', [centreId]) };
  };

  it('says who, in which role, what and why, newest first, page by page, and that somebody looked', async () => {
    const { person, opened, supervisor } = await world();
    await opened(person.id, 'person.opened');
    app.clock.moveTo('2026-03-02T03:00:01Z');
    await opened(person.id, 'note.sensitive-opened', { reason: 'Preparing the talk with her lawyer.' });
    app.clock.moveTo('2026-03-02T03:00:02Z');
    await opened((await newPerson(app.manager, { centreId: person.centreId })).id, 'person.opened');
    const first = await app.get(Openings).list(supervisor, person.id, { limit: 1 });
    expect(first.items).toMatchObject([
      { userName: 'Sreymom Chan', roles: ['social-worker'], action: 'note.sensitive-opened', at: '2026-03-02T03:00:01.000Z', reason: 'Preparing the talk with her lawyer.', byBreakGlass: false },
    ]);
    const second = await app.get(Openings).list(supervisor, person.id, { cursor: first.nextCursor ?? '', limit: 25 });
    expect(second.items).toMatchObject([{ action: 'person.opened', reason: null }]);
    const again = await app.get(Openings).list(supervisor, person.id, { limit: 25 });
    expect(again.items.map(({ action }) => action)).toEqual(['openings.opened', 'openings.opened', 'note.sensitive-opened', 'person.opened']);
  });

  it('includes what was done to a record that was merged into the person', async () => {
    const { person, opened, supervisor, centreId } = await world();
    const former = await newPerson(app.manager, { centreId, mergedIntoId: person.id, status: 'merged' });
    await opened(former.id, 'person.opened');
    expect((await app.get(Openings).list(supervisor, person.id, { limit: 25 })).items).toHaveLength(1);
    expect(await app.get(Openings).find(supervisor, showReference(former.reference))).toEqual({ personId: person.id, reference: showReference(person.reference) });
  });

  it('is nobody’s who does not answer for the person', async () => {
    const { person } = await world();
    const { supervisor } = await world();
    await expect(app.get(Openings).list(supervisor, person.id, { limit: 25 })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(app.get(Openings).find(supervisor, person.reference)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(app.get(Openings).find(supervisor, 'Sok Dara')).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });
});
