import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newContact, newPerson } from '@sampan/people/testing';
import { newFollowUp, newPlacement } from '@sampan/placement/testing';
import type { DataSource } from 'typeorm';
import { apiDatabase, signedInAs } from '../support/accounts';
import type { Client, Problem } from '../support/client';
import { inDays } from './days';

describe('follow-ups', () => {
  let database: DataSource;
  let centreId: string;
  let officer: Client;

  beforeAll(async () => {
    database = await apiDatabase();
    centreId = (await newCentre(database.manager)).id;
    officer = await signedInAs(database, 'placement-officer', { centreId });
  });
  afterAll(() => database.destroy());

  const someoneDue = async (): Promise<{ followUpId: string; placementId: string }> => {
    const person = await newPerson(database.manager, { centreId });
    await newConsent(database.manager, { personId: person.id, centreId, purpose: 'follow-up-contact' });
    await newContact(database.manager, person);
    await newContact(database.manager, person, { value: '+85512999999', safeToCall: false });
    const placement = await newPlacement(database.manager, { centreId, personId: person.id });
    const followUp = await newFollowUp(database.manager, placement, { dueOn: inDays(0), windowFrom: inDays(-3), windowTo: inDays(3) });
    return { followUpId: followUp.id, placementId: placement.id };
  };
  const attempt = { attemptedOn: inDays(-1), channel: 'phone', answeredBy: 'person', employerPresent: 'no', codeWord: 'right' };

  it('are listed while due, and give a call sheet without the unsafe number', async () => {
    const { followUpId } = await someoneDue();
    expect((await officer.get<{ items: { id: string }[] }>('follow-ups?view=due')).body.items.map(({ id }) => id)).toContain(followUpId);
    const { status, body } = await officer.get(`follow-ups/${followUpId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ mayContact: true, contacts: [{ value: '+85512000001' }], script: 'none', questions: [] });
    expect(JSON.stringify(body)).not.toContain('999999');
  });

  it('turn neutral when the employer is there', async () => {
    const { followUpId } = await someoneDue();
    const { status, body } = await officer.post(`follow-ups/${followUpId}/attempts`, { ...attempt, employerPresent: 'yes' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'reached', script: 'neutral', questions: ['how-are-you', 'still-there', 'when-may-we-call'] });
    const beyond = { observedOn: inDays(-1), employment: 'employed', evidence: 'call', hoursPerWeek: 70 };
    expect((await officer.post<Problem>(`follow-ups/${followUpId}/observations`, beyond)).body.code).toBe('NOT_SAFE_TO_ASK');
  });

  it('keep what was observed, and make a concern of an indicator', async () => {
    const { followUpId, placementId } = await someoneDue();
    await officer.post(`follow-ups/${followUpId}/attempts`, attempt);
    const seen = { observedOn: inDays(-1), employment: 'employed', sameEmployer: true, evidence: 'call', indicators: ['excessive-overtime'], words: 'Sixteen hours a day' };
    expect((await officer.post(`follow-ups/${followUpId}/observations`, seen)).status).toBe(204);
    expect((await officer.post(`placements/${placementId}/observations`, { observedOn: inDays(-1), employment: 'employed', evidence: 'payslip' })).status).toBe(204);

    const placement = await officer.get(`placements/${placementId}`);
    expect(placement.body).toMatchObject({ observations: [{ evidence: 'payslip', verified: true }, { evidence: 'call', verified: false, indicators: ['excessive-overtime'], hasWords: true }] });
    expect(JSON.stringify(placement.body)).not.toContain('Sixteen');
    expect((await officer.get<{ items: object[] }>('labour-concerns?state=received')).body.items).toContainEqual(expect.objectContaining({ placementId, severity: 'medium' }));
  });

  it.each([[{ channel: 'pigeon' }], [{ answeredBy: null }], [{ attemptedOn: 'now' }], [{ codeWord: 'maybe' }]])('take no attempt with %j', async (wrong) => {
    const { followUpId } = await someoneDue();
    expect((await officer.post(`follow-ups/${followUpId}/attempts`, { ...attempt, ...wrong })).status).toBe(400);
  });

  it.each([[{ employment: 'busy' }], [{ evidence: 'rumour' }], [{ indicators: ['bad-food'] }], [{ hoursPerWeek: 169 }], [{ words: 'a'.repeat(10_001) }]])('keep no observation with %j', async (wrong) => {
    const { placementId } = await someoneDue();
    expect((await officer.post(`placements/${placementId}/observations`, { observedOn: inDays(-1), employment: 'employed', evidence: 'visit', ...wrong })).status).toBe(400);
  });

  it('refuse a day that has not come', async () => {
    const { followUpId } = await someoneDue();
    expect((await officer.post<Problem>(`follow-ups/${followUpId}/attempts`, { ...attempt, attemptedOn: inDays(3) })).body.code).toBe('DATE_IN_FUTURE');
  });
});
