import { newUser, viewerOf } from '@sampan/access/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { PeopleModule } from '../people.module';
import { newCaseloadEntry, newPerson } from '../testing';
import { People } from './people.service';
import { PersonFiles } from './person-file.service';
import { showReference } from './person-reference.rules';

describe('people, on the database', () => {
  let app: TestApp;
  let people: People;

  beforeAll(async () => {
    app = await testApp([PeopleModule]);
    people = app.get(People);
  });
  afterAll(() => app.close());

  const aCentre = async () => {
    const { id: centreId } = await newCentre(app.manager);
    return { centreId, viewer: viewerOf('registrar', [centreId]) };
  };
  const everything = { centreIds: [], statuses: [], limit: 25 } as const;
  const found = async (viewer: Parameters<People['search']>[0], text: string) => (await people.search(viewer, { ...everything, text })).items.map(({ id }) => id);

  it.each([
    ['ដារ៉ា', 'សុខ ដារ៉ា', null],
    ['dara', 'សុខ ដារ៉ា', null],
    ['sok dar', 'សុខ ដារ៉ា', null],
    ['ใจดี', 'สมชาย ใจดี', null],
    ['Somchai', 'สมชาย ใจดี', null],
    ['小明', '王小明', null],
    ['wang', '王小明', null],
    ['Hoa', 'Nguyễn Thị Hoà', null],
    ['Nguyễn', 'Nguyễn Thị Hoà', null],
    ['kyaw', 'အောင်', 'Aung Kyaw'],
    ['100%', 'A 100% name', null],
  ])('are found by "%s" in "%s"', async (text, fullName, latinName) => {
    const { centreId, viewer } = await aCentre();
    const { id } = await newPerson(app.manager, { centreId, fullName, latinName });
    await newPerson(app.manager, { centreId, fullName: 'Somebody Else' });
    expect(await found(viewer, text)).toEqual([id]);
  });

  it('are found by the beginning of the reference', async () => {
    const { centreId, viewer } = await aCentre();
    const { id, reference } = await newPerson(app.manager, { centreId });
    expect(await found(viewer, showReference(reference).slice(0, 9))).toEqual([id]);
  });

  it('are listed within reach only: own centre, and own caseload', async () => {
    const [here, there] = [await aCentre(), await aCentre()];
    const mine = await newPerson(app.manager, { centreId: here.centreId, fullName: 'Reach Mine' });
    const colleagues = await newPerson(app.manager, { centreId: here.centreId, fullName: 'Reach Theirs' });
    await newPerson(app.manager, { centreId: there.centreId, fullName: 'Reach Far' });
    const { id: userId } = await newUser(app.manager, { centreId: here.centreId });
    await newCaseloadEntry(app.manager, mine, userId);
    await newCaseloadEntry(app.manager, colleagues, userId, { toOn: '2026-02-01' });
    expect(await found(viewerOf('social-worker', [here.centreId], { userId }), 'reach')).toEqual([mine.id]);
    expect(await found(here.viewer, 'reach')).toEqual([mine.id, colleagues.id]);
  });

  it('are paged by name in one order for all scripts, forwards and backwards', async () => {
    const { centreId, viewer } = await aCentre();
    const names = ['Anna', 'Élodie', 'Zoe', 'ก้อย', 'ដារ៉ា', '王小明'];
    for (const fullName of [...names].reverse()) {
      await newPerson(app.manager, { centreId, fullName });
    }
    const first = await people.search(viewer, { ...everything, limit: 4 });
    const second = await people.search(viewer, { ...everything, limit: 4, cursor: first.nextCursor ?? undefined });
    expect(new Set([...first.items, ...second.items].map(({ fullName }) => fullName))).toEqual(new Set(names));
    expect(first.items.slice(0, 3).map(({ fullName }) => fullName)).toEqual(['Anna', 'Élodie', 'Zoe']);
    expect(second.nextCursor).toBeNull();
    const back = await people.search(viewer, { ...everything, limit: 4, cursor: second.previousCursor ?? undefined });
    expect(back.items).toEqual(first.items);
  });

  it('are listed in the order of names whether the words are long enough for the index or not', async () => {
    const { centreId, viewer } = await aCentre();
    for (const fullName of ['Zo Linna', 'Ae Linna', 'Mo Linna', 'Ae Other']) {
      await newPerson(app.manager, { centreId, fullName });
    }
    const namesBy = async (text: string, limit: number) => (await people.search(viewer, { ...everything, text, limit })).items.map(({ fullName }) => fullName);
    expect(await namesBy('linna', 2)).toEqual(['Ae Linna', 'Mo Linna']);
    expect(await namesBy('ae', 2)).toEqual(['Ae Linna', 'Ae Other']);
    expect(await namesBy('ae linna', 2)).toEqual(['Ae Linna']);
    const first = await people.search(viewer, { ...everything, text: 'linna', limit: 2 });
    expect((await people.search(viewer, { ...everything, text: 'linna', limit: 2, cursor: first.nextCursor ?? '' })).items.map(({ fullName }) => fullName)).toEqual(['Zo Linna']);
  });

  it('are limited to a centre and to a state of the record', async () => {
    const [here, there] = [await aCentre(), await aCentre()];
    const viewer = viewerOf('registrar', [here.centreId, there.centreId]);
    const incomplete = await newPerson(app.manager, { centreId: here.centreId, status: 'incomplete' });
    await newPerson(app.manager, { centreId: here.centreId });
    await newPerson(app.manager, { centreId: there.centreId, status: 'incomplete' });
    await newPerson(app.manager, { centreId: here.centreId, status: 'merged' });
    const { items } = await people.search(viewer, { centreIds: [here.centreId], statuses: ['incomplete'], limit: 25 });
    expect(items.map(({ id }) => id)).toEqual([incomplete.id]);
    expect((await people.search(viewer, { centreIds: [here.centreId], statuses: [], limit: 25 })).items).toHaveLength(2);
  });

  it('have a summary for other rooms, with a Latin reading and the stricter age', async () => {
    const { centreId, viewer } = await aCentre();
    const { id } = await newPerson(app.manager, { centreId, fullName: 'សុខ ដារ៉ា', birthDate: '2008-03-02', birthPrecision: 'day' });
    expect(await people.getSummary(viewer, id)).toMatchObject({ id, latinName: 'Sok Dara', birthYear: 2008, treatAsMinor: false });
    const young = await newPerson(app.manager, { centreId, birthDate: '2008-01-01', birthPrecision: 'year' });
    expect(await people.getSummary(viewer, young.id)).toMatchObject({ treatAsMinor: true });
    expect(await people.summaries(viewer, [id, newId()])).toHaveProperty('size', 1);
  });

  it('leave a trace when a file is opened', async () => {
    const { centreId, viewer } = await aCentre();
    const { id } = await newPerson(app.manager, { centreId });
    await app.get(PersonFiles).open(viewer, id);
    const [row] = await app.manager.query('SELECT action, viewer_id FROM audit_entry WHERE person_id = $1', [id]);
    expect(row).toEqual({ action: 'person.opened', viewer_id: viewer.userId });
    await expect(app.get(PersonFiles).open(viewerOf('registrar', [newId()]), id)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await app.manager.query('SELECT 1 FROM audit_entry WHERE person_id = $1', [id])).toHaveLength(1);
  });
});
