import { viewerOf } from '@sampan/access/testing';
import { newId } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { PeopleModule } from '../people.module';
import { newConsent, newPerson } from '../testing';
import { Consent } from './consent.entity';
import { Consents } from './consents.service';
import { LegalBasisOfPurpose } from './legal-basis.entity';

describe('consents, on the database', () => {
  let app: TestApp;
  let consents: Consents;

  beforeAll(async () => {
    app = await testApp([PeopleModule]);
    consents = app.get(Consents);
  });
  afterAll(() => app.close());

  const somebody = async (country = 'TH', over: Partial<Parameters<typeof newPerson>[1]> = {}) => {
    const { id: centreId } = await newCentre(app.manager, { country });
    return { person: await newPerson(app.manager, { centreId, ...over }), supervisor: viewerOf('supervisor', [centreId]) };
  };
  const answer = { purpose: 'training', answer: 'given', noticeVersion: '1', noticeLanguage: 'th', method: 'voice', givenBy: 'self' } as const;

  it('stop the work that has no basis, and let it go on when they are given', async () => {
    const { person, supervisor } = await somebody();
    await expect(consents.require(supervisor, person.id, 'training')).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    await consents.record(supervisor, person.id, answer);
    await expect(consents.require(supervisor, person.id, 'training')).resolves.toBeUndefined();
    expect(await consents.has(person.id, 'placement-referral')).toBe(false);
  });

  it('end on the day after the last', async () => {
    const { person } = await somebody();
    await newConsent(app.manager, { personId: person.id, centreId: person.centreId, purpose: 'training', validUntil: '2026-03-01' });
    await newConsent(app.manager, { personId: person.id, centreId: person.centreId, purpose: 'photo', validUntil: '2026-03-02' });
    expect(await consents.has(person.id, 'training')).toBe(false);
    expect(await consents.has(person.id, 'photo')).toBe(true);
  });

  it('are not needed where the law of the country gives another basis, unless somebody objects', async () => {
    const { person, supervisor } = await somebody('QX');
    await app.manager.insert(LegalBasisOfPurpose, { country: 'QX', purpose: 'training', basis: 'contract', law: 'invented for a test' });
    expect(await consents.has(person.id, 'training')).toBe(true);
    await consents.record(supervisor, person.id, { ...answer, answer: 'refused' });
    expect(await consents.has(person.id, 'training')).toBe(false);
  });

  it('are overridden for one action, even when two come at once', async () => {
    const { person, supervisor } = await somebody();
    await consents.allowOnce(supervisor, person.id, { id: newId(), purpose: 'training', basis: 'vital-interest', reason: 'In danger today' });
    const results = await Promise.allSettled([1, 2, 3].map(() => app.unitOfWork.run(() => consents.require(supervisor, person.id, 'training'))));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('follow each other when two answers come at once: the history never says "withdrawn" twice', async () => {
    const { person, supervisor } = await somebody();
    await consents.record(supervisor, person.id, answer);
    const results = await Promise.allSettled([1, 2].map(() => consents.record(supervisor, person.id, { ...answer, answer: 'withdrawn' })));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are never changed or deleted, not even by hand', async () => {
    const { person } = await somebody();
    const { id } = await newConsent(app.manager, { personId: person.id, centreId: person.centreId, purpose: 'training' });
    await expect(app.manager.update(Consent, { id }, { answer: 'refused' })).rejects.toThrow(/permission denied|never changed/);
    await expect(app.manager.delete(Consent, { id })).rejects.toThrow(/permission denied|never changed/);
  });

  it('of a child whose guardian is implicated come from an authority', async () => {
    const { person, supervisor } = await somebody('TH', { birthDate: '2012-01-01', guardianImplicated: true });
    await expect(consents.record(supervisor, person.id, { ...answer, givenBy: 'self-and-guardian' })).rejects.toMatchObject({
      code: 'CONSENT_NOT_THEIRS_ALONE', details: { allowed: ['competent-authority'] },
    });
    await expect(consents.record(supervisor, person.id, { ...answer, givenBy: 'competent-authority' })).resolves.toBeDefined();
  });
});
