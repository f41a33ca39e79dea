import { viewerOf } from '@sampan/access/testing';
import { newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { Consents } from '@sampan/people';
import { newConsent, newPerson, type Person } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { RiskModule } from '../risk.module';
import { scoreOf } from '../score-cards/score-card.rules';
import { rulebookOfCard } from '../score-cards/score-cards.catalogue';
import { Flag } from '../flags/flag.entity';
import { RiskScore } from '../scores/risk-score.entity';
import type { RecordScreeningDto } from './screening.dto';
import { Screening } from './screening.entity';
import { ScreeningsService } from './screenings.service';

const TODAY = '2026-03-02';

describe('screenings, on the database', () => {
  let app: TestApp;
  let screenings: ScreeningsService;
  let centreId: string;
  let viewer: Viewer;

  beforeAll(async () => {
    app = await testApp([RiskModule], `${TODAY}T03:00:00Z`);
    screenings = app.get(ScreeningsService);
    centreId = (await newCentre(app.manager)).id;
    viewer = viewerOf('social-worker', [centreId], { reach: 'centre' });
  });
  afterAll(() => app.close());

  const somebody = async (): Promise<Person> => {
    const person = await newPerson(app.manager, { centreId });
    await newConsent(app.manager, { personId: person.id, centreId, purpose: 'risk-screening' });
    return person;
  };
  const filled = (over: Partial<RecordScreeningDto> = {}): RecordScreeningDto => ({
    instrumentId: 'online-scam-exposure-1',
    screenedOn: TODAY,
    answers: [{ item: 'offer-in-hand', rating: 'present', evidence: 'Showed the message' }],
    ...over,
  });

  it('are refused without a basis, and nothing is kept', async () => {
    const person = await newPerson(app.manager, { centreId });
    await expect(screenings.record(viewer, person.id, filled())).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    expect(await app.manager.countBy(Screening, { personId: person.id })).toBe(0);
  });

  it('are scored on the one occasion for which leave was given without consent', async () => {
    const person = await newPerson(app.manager, { centreId });
    const reason = 'In danger tonight; cannot be asked.';
    await app.get(Consents).allowOnce(viewerOf('supervisor', [centreId]), person.id, {
      id: newId(),
      purpose: 'risk-screening',
      basis: 'vital-interest',
      reason,
    });
    expect((await screenings.record(viewer, person.id, filled())).score.points).toBe(3);
    await expect(screenings.record(viewer, person.id, filled())).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
  });

  it('sent twice with one id are one screening and one score', async () => {
    const [person, id] = [await somebody(), newId()];
    await screenings.record(viewer, person.id, filled({ id }));
    await screenings.record(viewer, person.id, filled({ id }));
    expect(await app.manager.countBy(Screening, { personId: person.id })).toBe(1);
    expect(await app.manager.countBy(RiskScore, { personId: person.id })).toBe(1);
  });

  it('do not show one person’s screening to whoever sends its id for another', async () => {
    const [person, other, id] = [await somebody(), await somebody(), newId()];
    await screenings.record(viewer, person.id, filled({ id }));
    await expect(screenings.record(viewer, other.id, filled({ id }))).rejects.toMatchObject({
      code: 'SCREENING_ID_TAKEN',
    });
  });

  it('keep what people told unreadable in the database', async () => {
    const person = await somebody();
    await screenings.record(viewer, person.id, filled());
    const stored = await app.manager.findOneByOrFail(Screening, { personId: person.id });
    expect(JSON.stringify(stored)).not.toContain('Showed the message');
    expect((await screenings.list(viewer, person.id))[0]?.answers[0]?.evidence).toBe('Showed the message');
  });

  it('leave what was not asked again as it was known before', async () => {
    const person = await somebody();
    await screenings.record(
      viewer,
      person.id,
      filled({ screenedOn: '2026-02-01', answers: [{ item: 'debt-to-recruiter', rating: 'present' }] }),
    );
    const later = await screenings.record(viewer, person.id, filled());
    expect(later.score.reasons.map(({ code }) => code)).toEqual(['debt-to-recruiter', 'offer-in-hand']);
    expect((await screenings.list(viewer, person.id)).map(({ score }) => score.points)).toEqual([7, 4]);
  });

  it('score for ever as they did: the stored ratings and the stored card give the stored score', async () => {
    const person = await somebody();
    await screenings.record(viewer, person.id, filled());
    const screening = await app.manager.findOneByOrFail(Screening, { personId: person.id });
    const stored = await app.manager.findOneByOrFail(RiskScore, { id: screening.scoreId });
    const again = scoreOf(rulebookOfCard(stored.cardId), { ratings: screening.ratings, signals: [] }, stored.scoredOn);
    expect({ points: again.points, low: again.low, high: again.high, facts: again.facts }).toEqual({
      points: stored.points,
      low: stored.low,
      high: stored.high,
      facts: stored.facts,
    });
  });

  it('raise a flag for the worker’s own level where the points ask for nobody, and say that it is an override', async () => {
    const person = await somebody();
    const screening = await screenings.record(
      viewer,
      person.id,
      filled({ ownLevel: 'urgent', ownReasons: 'Packed bags stood in the room.' }),
    );
    expect(screening).toMatchObject({ override: 'higher', score: { points: 3, tier: null } });
    expect(await app.manager.findOneByOrFail(Flag, { personId: person.id })).toMatchObject({
      state: 'raised',
      tier: 'urgent',
      respondBy: TODAY,
      ownLevel: 'urgent',
    });
  });

  it('do not hide a flag behind a worker’s lower level', async () => {
    const person = await somebody();
    const answers = ['offer-in-hand', 'contact-with-recruiter'].map((item) => ({ item, rating: 'present' }));
    const screening = await screenings.record(
      viewer,
      person.id,
      filled({ answers, ownLevel: 'low', ownReasons: 'Declined it already.' }),
    );
    expect(screening.override).toBe('lower');
    expect(await app.manager.findOneByOrFail(Flag, { personId: person.id })).toMatchObject({ tier: 'moderate' });
  });

  it('say of an offer without signs that none were found, never that it is safe', async () => {
    const person = await somebody();
    const { offerFinding } = await screenings.record(
      viewer,
      person.id,
      filled({ answers: [{ item: 'no-interview', rating: 'absent' }] }),
    );
    expect(offerFinding).toBe('no-warning-signs');
  });

  it('are nothing that somebody of another centre can find or make', async () => {
    const person = await somebody();
    const stranger = viewerOf('social-worker', [(await newCentre(app.manager)).id], { reach: 'centre' });
    await expect(screenings.list(stranger, person.id)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(screenings.record(stranger, person.id, filled())).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
  });
});
