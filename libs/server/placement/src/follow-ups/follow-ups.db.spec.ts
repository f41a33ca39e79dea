import { viewerOf } from '@sampan/access/testing';
import { newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newCaseloadEntry, newConsent, newContact, newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { LabourConcern } from '../concerns/labour-concern.entity';
import { PlacementModule } from '../placement.module';
import { Placement } from '../placements/placement.entity';
import { newAttempt, newFollowUp, newPlacement } from '../testing';
import type { FollowUp } from './follow-up.entity';
import { FollowUpsService } from './follow-ups.service';
import { Observation } from './observation.entity';
import { ObservationsService } from './observations.service';

const overheard = { answeredBy: 'person', employerPresent: 'yes', codeWord: 'right' } as const;
const alone = { answeredBy: 'person', employerPresent: 'no', codeWord: 'right' } as const;
const nobody = { answeredBy: 'nobody', employerPresent: 'unknown', codeWord: 'not-asked' } as const;

describe('following somebody up, on the database', () => {
  let app: TestApp;
  let followUps: FollowUpsService;
  let observations: ObservationsService;

  beforeAll(async () => {
    app = await testApp([PlacementModule]);
    [followUps, observations] = [app.get(FollowUpsService), app.get(ObservationsService)];
  });
  afterAll(() => app.close());

  interface Someone {
    readonly officer: Viewer;
    readonly person: Awaited<ReturnType<typeof newPerson>>;
    readonly placement: Placement;
    readonly followUp: FollowUp;
  }
  const someoneDue = async ({ consents = true, over = {}, followUp = {} }: { consents?: boolean; over?: Partial<Placement>; followUp?: Partial<FollowUp> } = {}): Promise<Someone> => {
    const { id: centreId } = await newCentre(app.manager);
    const person = await newPerson(app.manager, { centreId });
    if (consents) {
      await newConsent(app.manager, { personId: person.id, centreId, purpose: 'follow-up-contact' });
    }
    const placement = await newPlacement(app.manager, { centreId, personId: person.id, ...over });
    return { officer: viewerOf('placement-officer', [centreId]), person, placement, followUp: await newFollowUp(app.manager, placement, followUp) };
  };
  const call = (viewer: Viewer, { id }: FollowUp, answer: { answeredBy: 'person' | 'nobody'; employerPresent: 'yes' | 'no' | 'unknown'; codeWord: 'right' | 'not-asked' }, channel: 'phone' | 'line' = 'phone') =>
    followUps.attempt(viewer, id, { attemptedOn: '2026-03-02', channel, ...answer });

  it('offers only the contacts that were asked about and are safe', async () => {
    const { officer, person, followUp } = await someoneDue();
    const safe = await newContact(app.manager, person, { value: '+85512000001', safeWhen: 'After six' });
    await newContact(app.manager, person, { value: '+85512000002', safeToCall: false });
    await newContact(app.manager, person, { value: '+85512000003', safeToCall: null });

    const sheet = await followUps.open(officer, followUp.id);

    expect(sheet.contacts).toEqual([{ id: safe.id, kind: 'phone', value: '+85512000001', whose: 'self', safeWhen: 'After six', whoMayAnswer: null }]);
    expect(JSON.stringify(sheet)).not.toMatch(/8551200000[23]/);
  });

  it('offers nobody to call and takes no attempt without the consent to be contacted', async () => {
    const { officer, person, followUp } = await someoneDue({ consents: false });
    await newContact(app.manager, person);

    expect(await followUps.open(officer, followUp.id)).toMatchObject({ mayContact: false, contacts: [] });
    await expect(call(officer, followUp, nobody)).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
  });

  it('reads the neutral script, without a question about rights, while the employer is there', async () => {
    const { officer, followUp } = await someoneDue();

    const sheet = await call(officer, followUp, overheard);

    expect(sheet).toMatchObject({ state: 'reached', script: 'neutral', reachedOn: '2026-03-02' });
    expect(sheet.questions).toEqual(['how-are-you', 'still-there', 'when-may-we-call']);
  });

  it('keeps no wage, hours, indicators or words from a call that was overheard', async () => {
    const { officer, followUp, placement } = await someoneDue();
    await call(officer, followUp, overheard);
    const said = { observedOn: '2026-03-02', employment: 'employed', evidence: 'call' } as const;

    for (const beyond of [{ wageAmount: 9_000, wageCurrency: 'THB', wagePeriod: 'month' as const }, { hoursPerWeek: 60 }, { indicators: ['deception' as const] }, { words: 'They keep my passport' }]) {
      await expect(observations.onFollowUp(officer, followUp.id, { ...said, ...beyond })).rejects.toMatchObject({ code: 'NOT_SAFE_TO_ASK' });
    }
    await observations.onFollowUp(officer, followUp.id, { ...said, sameEmployer: true });
    expect(await app.manager.countBy(Observation, { placementId: placement.id })).toBe(1);
  });

  it('takes nothing from a call that reached nobody', async () => {
    const { officer, followUp } = await someoneDue();
    await call(officer, followUp, nobody);

    await expect(observations.onFollowUp(officer, followUp.id, { observedOn: '2026-03-02', employment: 'employed', evidence: 'call' })).rejects.toMatchObject({ code: 'PERSON_NOT_REACHED' });
  });

  it('becomes unreachable after three attempts on two channels, and is reached by somebody who calls back', async () => {
    const { officer, followUp } = await someoneDue();
    expect((await call(officer, followUp, nobody)).state).toBe('attempted');
    expect((await call(officer, followUp, nobody)).state).toBe('attempted');
    expect((await call(officer, followUp, nobody, 'line')).state).toBe('unreachable');

    expect(await call(officer, followUp, alone)).toMatchObject({ state: 'reached', attemptedOn: '2026-03-02', script: 'full' });
  });

  it('counts an attempt once when the same request comes twice', async () => {
    const { officer, followUp } = await someoneDue();
    const attempt = { id: newId(), attemptedOn: '2026-03-02', channel: 'phone', ...nobody } as const;
    await followUps.attempt(officer, followUp.id, attempt);

    expect((await followUps.attempt(officer, followUp.id, attempt)).attempts).toHaveLength(1);
  });

  it('compares the wage with the promise, and makes a concern of less', async () => {
    const { officer, followUp, placement } = await someoneDue();
    await observations.onFollowUp(officer, followUp.id, {
      observedOn: '2026-03-02', employment: 'employed', sameEmployer: true, evidence: 'payslip', wageAmount: 9_000, wageCurrency: 'THB', wagePeriod: 'month',
    });

    expect(await app.manager.findOneByOrFail(Observation, { placementId: placement.id })).toMatchObject({ verified: true, wageMonthly: 9_000, belowPromise: true });
    expect(await app.manager.findOneByOrFail(LabourConcern, { placementId: placement.id })).toMatchObject({ source: 'follow-up', worries: ['wage-below-promise'], severity: 'low' });
  });

  it('compares no wage of another job with this one’s promise', async () => {
    const { officer, placement } = await someoneDue();
    await observations.onPlacement(officer, placement.id, {
      observedOn: '2026-03-02', employment: 'employed', sameEmployer: false, evidence: 'payslip', wageAmount: 9_000, wageCurrency: 'THB', wagePeriod: 'month',
    });

    expect(await app.manager.findOneByOrFail(Observation, { placementId: placement.id })).toMatchObject({ belowPromise: null });
    expect(await app.manager.countBy(LabourConcern, { placementId: placement.id })).toBe(0);
  });

  it('makes one critical concern of an indicator, with the words sealed', async () => {
    const { officer, followUp, placement } = await someoneDue();
    await call(officer, followUp, alone);
    const said = { id: newId(), observedOn: '2026-03-02', employment: 'employed', evidence: 'call', indicators: ['restriction-of-movement'], words: 'The gate is locked' } as const;
    await observations.onFollowUp(officer, followUp.id, { ...said, indicators: [...said.indicators] });
    await observations.onFollowUp(officer, followUp.id, { ...said, indicators: [...said.indicators] });

    const concerns = await app.manager.findBy(LabourConcern, { placementId: placement.id });
    expect(concerns).toHaveLength(1);
    expect(concerns[0]).toMatchObject({ severity: 'critical', indicators: ['restriction-of-movement'] });
    const [row] = await app.manager.query('SELECT row_to_json(o)::text AS text FROM observation o WHERE id = $1', [said.id]);
    expect(row.text).not.toContain('gate');
    expect(concerns[0]?.sealedWords).not.toContain('gate');
  });

  it('leaves the placement as it was, whatever is observed', async () => {
    const { officer, placement } = await someoneDue();
    await observations.onPlacement(officer, placement.id, { observedOn: '2026-03-02', employment: 'unemployed-seeking', evidence: 'visit' });

    expect(await app.manager.findOneByOrFail(Placement, { id: placement.id })).toEqual(placement);
  });

  it('lists what is due, the earliest first, and apart from it what is coming and what was missed', async () => {
    const { officer, placement, followUp } = await someoneDue();
    const later = await newFollowUp(app.manager, placement, { checkDay: 90, dueOn: '2026-05-02', windowFrom: '2026-04-18', windowTo: '2026-05-16', state: 'scheduled' });
    const missed = await newFollowUp(app.manager, placement, { checkDay: 7, dueOn: '2026-02-08', windowFrom: '2026-02-05', windowTo: '2026-02-11', state: 'overdue' });
    const idsOf = async (view: 'due' | 'upcoming' | 'missed') => (await followUps.list(officer, { view })).items.map(({ id }) => id);

    expect([await idsOf('due'), await idsOf('upcoming'), await idsOf('missed')]).toEqual([[followUp.id], [later.id], [missed.id]]);
    await call(officer, followUp, alone);
    expect(await idsOf('due')).toEqual([]);
  });

  it('is shown to the social worker of the person and to no other of the centre', async () => {
    const { person, followUp } = await someoneDue();
    const [own, other] = [viewerOf('social-worker', [person.centreId]), viewerOf('social-worker', [person.centreId])];
    await newCaseloadEntry(app.manager, person, own.userId);

    expect((await followUps.list(own, {})).items.map(({ id }) => id)).toEqual([followUp.id]);
    expect((await followUps.list(other, {})).items).toEqual([]);
    await expect(followUps.open(other, followUp.id)).rejects.toMatchObject({ code: 'FOLLOW_UP_NOT_FOUND' });
    await expect(observations.onFollowUp(other, followUp.id, { observedOn: '2026-03-02', employment: 'employed', evidence: 'visit' })).rejects.toMatchObject({ code: 'FOLLOW_UP_NOT_FOUND' });
  });

  it('says on the sheet what the last call allowed, not what an earlier one did', async () => {
    const { officer, followUp } = await someoneDue();
    await newAttempt(app.manager, followUp, { ...alone, script: 'full' });
    expect((await followUps.open(officer, followUp.id)).script).toBe('full');
    expect((await call(officer, followUp, { ...nobody })).script).toBe('none');
  });
});
