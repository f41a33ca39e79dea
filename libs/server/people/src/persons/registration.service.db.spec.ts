import { newUser, viewerOf } from '@sampan/access/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { DuplicatePair } from '../duplicates/duplicate-pair.entity';
import { IdentityDocument } from '../identifiers/identity-document.entity';
import { PeopleModule } from '../people.module';
import { newPerson } from '../testing';
import { TimelineEntry } from '../timeline/timeline-entry.entity';
import { People } from './people.service';
import { PersonFiles } from './person-file.service';
import { toPersonDto } from './person-file.dto';
import { Person } from './person.entity';
import { Registration, type NewPerson } from './registration.service';

describe('registration, on the database', () => {
  let app: TestApp;
  let registration: Registration;
  let people: People;

  beforeAll(async () => {
    app = await testApp([PeopleModule]);
    registration = app.get(Registration);
    people = app.get(People);
  });
  afterAll(() => app.close());

  const aCentre = async (country = 'KH') => {
    const { id: centreId } = await newCentre(app.manager, { country, timeZone: 'Asia/Bangkok' });
    return { centreId, viewer: viewerOf('registrar', [centreId]) };
  };
  const somebody = (centreId: string, over: Partial<NewPerson> = {}): NewPerson => ({ id: newId(), centreId, fullName: 'ម៉ៅ វុទ្ធី', ...over });

  it('needs nothing but a name, and says what is missing', async () => {
    const { centreId, viewer } = await aCentre();
    const person = await registration.register(viewer, somebody(centreId));
    const file = await app.get(PersonFiles).of(viewer, person);
    expect(person).toMatchObject({ status: 'incomplete', fullName: 'ម៉ៅ វុទ្ធី', registeredOn: '2026-03-02' });
    expect(file.missing).toEqual(['sex', 'birth', 'nationality', 'language', 'contact', 'consent']);
    expect(file.treatAsMinor).toBe(true);
  });

  it('is complete when the minimum intake is there', async () => {
    const { centreId, viewer } = await aCentre();
    const person = await registration.register(
      viewer,
      somebody(centreId, {
        sex: 'male', birth: { date: '1990-01-01', precision: 'year' }, nationality: 'KH', languages: ['km'],
        contacts: [{ kind: 'phone', value: '012 345 678', safeToCall: true }],
        consents: [{ purpose: 'hold-record', answer: 'refused', noticeVersion: '1', noticeLanguage: 'km', method: 'voice', givenBy: 'self' }],
      }),
    );
    expect(person.status).toBe('complete');
  });

  it('makes one person of a request that comes twice at once', async () => {
    const { centreId, viewer } = await aCentre();
    const request = somebody(centreId, { contacts: [{ id: newId(), kind: 'phone', value: '012 345 679' }] });
    const [first, second] = await Promise.all([registration.register(viewer, request), registration.register(viewer, request)]);
    expect(first.reference).toBe(second.reference);
    expect(await app.manager.countBy(Person, { id: request.id })).toBe(1);
    expect(await app.manager.countBy(TimelineEntry, { personId: request.id })).toBe(1);
  });

  it('tells nobody of a person of another centre with the same id', async () => {
    const [here, there] = [await aCentre(), await aCentre()];
    const request = somebody(here.centreId);
    await registration.register(here.viewer, request);
    await expect(registration.register(there.viewer, { ...request, centreId: there.centreId })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(registration.register(there.viewer, { ...request, id: newId() })).rejects.toMatchObject({ code: 'CENTRE_NOT_FOUND' });
  });

  it('keeps a reference that was minted offline, and refuses one with a wrong digit or of somebody else', async () => {
    const { centreId, viewer } = await aCentre();
    const request = somebody(centreId, { reference: '4073-1529-4' });
    expect((await registration.register(viewer, request)).reference).toBe('407315294');
    expect((await registration.register(viewer, request)).reference).toBe('407315294');
    await expect(registration.register(viewer, somebody(centreId, { reference: '4073-1529-5' }))).rejects.toMatchObject({ code: 'REFERENCE_INVALID' });
    await expect(registration.register(viewer, somebody(centreId, { reference: '4073-1529-4' }))).rejects.toMatchObject({ code: 'REFERENCE_TAKEN' });
  });

  it('keeps nothing when one part is refused', async () => {
    const { centreId, viewer } = await aCentre();
    const request = somebody(centreId, { contacts: [{ kind: 'phone', value: 'nonsense' }] });
    await expect(registration.register(viewer, request)).rejects.toMatchObject({ code: 'CONTACT_UNREADABLE' });
    expect(await app.manager.countBy(Person, { id: request.id })).toBe(0);
    await expect(registration.register(viewer, somebody(centreId, { birth: { date: '2026-03-03', precision: 'day' } }))).rejects.toMatchObject({ code: 'BIRTH_DATE_IMPOSSIBLE' });
    await expect(registration.register(viewer, somebody(centreId, { adminAreaCode: 'ZZ-9' }))).rejects.toMatchObject({ code: 'ADMIN_AREA_UNKNOWN' });
  });

  it('seals the number of a document', async () => {
    const { centreId, viewer } = await aCentre();
    const { id } = await registration.register(viewer, somebody(centreId, { documents: [{ type: 'passport', number: 'N 123-4567' }] }));
    const row = await app.manager.findOneByOrFail(IdentityDocument, { personId: id });
    expect(JSON.stringify(row)).not.toMatch(/1234567|123-4567/);
  });

  it('lets a caseload worker keep sight of whom they have just registered', async () => {
    const { centreId } = await aCentre();
    const worker = viewerOf('social-worker', [centreId], { userId: (await newUser(app.manager, { centreId })).id });
    const { id } = await registration.register(worker, somebody(centreId));
    expect(await people.getSummary(worker, id)).toMatchObject({ id });
    await expect(people.getSummary(viewerOf('social-worker', [centreId]), id)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });

  it('shows where somebody came from only to those who may see protection facts', async () => {
    const { centreId, viewer } = await aCentre();
    const person = await registration.register(viewer, somebody(centreId, { intakeSource: 'police', presentingIssue: 'Came back last week', urgentConcern: true }));
    expect(person.presentingIssueSealed).not.toContain('week');
    const files = app.get(PersonFiles);
    expect(toPersonDto(viewer, await files.of(viewer, person)).intake).toBeNull();
    const supervisor = viewerOf('supervisor', [centreId]);
    expect(toPersonDto(supervisor, await files.of(supervisor, person)).intake).toMatchObject({ intakeSource: 'police', presentingIssue: 'Came back last week', urgentConcern: true });
  });

  describe('of somebody who may be known', () => {
    const facts = { fullName: 'Chan Sopheap', birth: { date: '1991-02-03', precision: 'day' as const } };

    it('remembers "not the same" and never asks again, and sends the rest to a steward', async () => {
      const { centreId, viewer } = await aCentre();
      const [one, two] = await Promise.all([1, 2].map(() => newPerson(app.manager, { centreId, fullName: 'ចាន់ សុភាព', birthDate: '1991-02-03' })));
      const { id } = await registration.register(viewer, somebody(centreId, { ...facts, answers: [{ personId: one!.id, answer: 'not-the-same' }] }));
      const pairs = await app.manager.find(DuplicatePair, { where: [{ personId: id }, { otherPersonId: id }] });
      const stateWith = (other: string) => pairs.find((pair) => [pair.personId, pair.otherPersonId].includes(other))?.state;
      expect([stateWith(one!.id), stateWith(two!.id)]).toEqual(['not-the-same', 'to-steward']);
      await registration.change(viewer, id, 1, { nickname: 'Pheap' });
      expect(await app.manager.countBy(DuplicatePair, [{ personId: id }, { otherPersonId: id }])).toBe(2);
    });

    it('sends a match at another centre to a steward in silence', async () => {
      const [here, there] = [await aCentre(), await aCentre()];
      const known = await newPerson(app.manager, { centreId: there.centreId, fullName: 'Chan Sopheap', birthDate: '1991-02-03' });
      const { id } = await registration.register(here.viewer, somebody(here.centreId, facts));
      const pair = await app.manager.findOneByOrFail(DuplicatePair, [{ personId: known.id, otherPersonId: id }, { personId: id, otherPersonId: known.id }]);
      expect(pair).toMatchObject({ state: 'to-steward', reasons: expect.arrayContaining([{ kind: 'same-birth-date' }]) });
      expect(new Set([pair.centreId, pair.otherCentreId])).toEqual(new Set([here.centreId, there.centreId]));
    });
  });

  describe('a change', () => {
    it('on an older state is refused with both values', async () => {
      const { centreId, viewer } = await aCentre();
      const { id } = await newPerson(app.manager, { centreId, nickname: 'Old' });
      expect(await registration.change(viewer, id, 1, { nickname: 'New' })).toMatchObject({ nickname: 'New', version: 2 });
      await expect(registration.change(viewer, id, 1, { nickname: 'Other' })).rejects.toMatchObject({
        code: 'STALE_VERSION', details: { mine: { nickname: 'Other' }, theirs: { nickname: 'New' } },
      });
    });

    it('leaves alone what it does not mention, and is found by the new name', async () => {
      const { centreId, viewer } = await aCentre();
      const { id } = await newPerson(app.manager, { centreId, fullName: 'Old Name', nationality: 'LA' });
      await registration.change(viewer, id, 1, { fullName: 'สมศรี รักไทย' });
      expect(await app.manager.findOneByOrFail(Person, { id })).toMatchObject({ nationality: 'LA', birthDate: '1996-04-07' });
      expect((await people.search(viewer, { text: 'somsri', centreIds: [], statuses: [], limit: 5 })).items).toMatchObject([{ id }]);
    });
  });

  it('takes in nobody new at a centre that is closed, and keeps those who are known there', async () => {
    const { id: centreId } = await newCentre(app.manager, { closedOn: '2026-02-27' });
    const viewer = viewerOf('registrar', [centreId]);
    const known = await newPerson(app.manager, { centreId });
    const fresh = somebody(centreId);
    await expect(registration.register(viewer, fresh)).rejects.toMatchObject({ code: 'CENTRE_CLOSED', details: { beginning: 'registration' } });
    expect(await app.manager.countBy(Person, { id: fresh.id })).toBe(0);
    expect(await registration.register(viewer, somebody(centreId, { id: known.id }))).toMatchObject({ id: known.id, fullName: known.fullName });
    expect(await registration.change(viewer, known.id, 1, { nickname: 'Dara' })).toMatchObject({ nickname: 'Dara' });
  });
});
