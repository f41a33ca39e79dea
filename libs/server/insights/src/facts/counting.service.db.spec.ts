import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import { newFollowUp, newObservation, newPlacement } from '@sampan/placement/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { newAttendance, newCertificate, newCohort, newEnrolment, newSession } from '@sampan/training/testing';
import { InsightsModule } from '../insights.module';
import type { PopulationKey } from '../indicators/populations';
import { Counting } from './counting.service';
import type { Source } from './facts.repository';

describe('counting, on the views of the rooms', () => {
  let house: TestApp;
  let centreId: string;

  beforeAll(async () => {
    house = await testApp([InsightsModule]);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    centreId = (await newCentre(house.manager)).id;
  });

  const count = async (source: Source, population: PopulationKey, period: string, countsFrom = '1900-01-01') => {
    const centres = [{ centreId, name: 'A', province: null, countsFrom }];
    const counts = await house.get(Counting).count(source, { centres, from: '2022-01-01', cutOff: '2025-12-31' });
    return counts.get(population)?.find((slice) => slice.period === period && slice.dimension === 'total');
  };
  const trainee = async (over: Parameters<typeof newEnrolment>[3], plannedEndOn = '2024-06-30') => {
    const { id } = await newPerson(house.manager, { centreId });
    const cohort = await newCohort(house.manager, { centreId, plannedEndOn, places: 50 });
    return newEnrolment(house.manager, cohort, id, { enteredOn: '2024-02-01', ...over });
  };

  it('counts who came to a session, not who filled in a form', async () => {
    await trainee({ state: 'completed', exitedOn: '2024-06-28' });
    await trainee({ state: 'withdrawn', exitedOn: '2024-03-01', exclusion: 'long-term-medical' });
    await trainee({ enteredOn: null });
    expect(await count('entrants', 'entrants', '2024-Q1')).toMatchObject({ outcomes: { completed: 1, excluded: 1 }, people: 2, total: 2, due: 2 });
  });

  it('counts a person once a year, with the first entry', async () => {
    const first = await trainee({ state: 'withdrawn', exitedOn: '2024-02-20' });
    const again = await newCohort(house.manager, { centreId, plannedEndOn: '2024-12-20', places: 50 });
    await newEnrolment(house.manager, again, first.personId, { enteredOn: '2024-09-02', state: 'completed', exitedOn: '2024-12-20' });
    expect(await count('entrants', 'entrants', '2024')).toMatchObject({ outcomes: { 'left-early': 1 }, total: 1 });
    expect(await count('entrants', 'entrants', '2024-Q3')).toBeUndefined();
    expect(await count('leavers', 'exiters', '2024-Q4')).toMatchObject({ total: 1 });
    expect(await count('leavers', 'exiters', '2024-Q1')).toBeUndefined();
  });

  it('knows nothing that happened after the cut-off', async () => {
    await trainee({ enteredOn: '2025-08-01', state: 'completed', exitedOn: '2026-01-15' }, '2026-01-15');
    expect(await count('entrants', 'entrants', '2025-Q3')).toMatchObject({ outcomes: { 'still-in': 1 }, due: 0, total: 1 });
    expect(await count('leavers', 'exiters', '2026-Q1')).toBeUndefined();
  });

  it('does not count what a new centre did before it counts', async () => {
    await trainee({ state: 'completed', exitedOn: '2024-06-28' });
    expect(await count('entrants', 'entrants', '2024', '2025-01-01')).toBeUndefined();
  });

  it('follows leavers to work, and completers to certificates', async () => {
    const employed = await trainee({ state: 'completed', exitedOn: '2024-06-28', assessedOn: '2024-06-20' });
    const placement = await newPlacement(house.manager, { personId: employed.personId, centreId, startedOn: '2024-08-01' });
    await newObservation(house.manager, placement, { observedOn: '2024-12-20' });
    await newObservation(house.manager, placement, { observedOn: '2025-06-20', employment: 'in-training', sameEmployer: null });
    await newCertificate(house.manager, employed, { issuedOn: '2024-07-10' });
    await trainee({ state: 'left-early', exitedOn: '2024-05-02' });
    expect(await count('leavers', 'exiters', '2024-Q2')).toMatchObject({ outcomes: { employed: 1, unknown: 1 } });
    expect(await count('leavers', 'completers', '2024-Q2')).toMatchObject({ outcomes: { training: 1 } });
    expect(await count('leavers', 'certification', '2024-Q2')).toMatchObject({ outcomes: { 'certified-assessed': 1 } });
  });

  it('counts marks of sessions whose register was taken, and the others apart', async () => {
    const { id: personId } = await newPerson(house.manager, { centreId });
    const cohort = await newCohort(house.manager, { centreId, places: 50 });
    const enrolment = await newEnrolment(house.manager, cohort, personId, { registeredOn: '2024-01-02', enteredOn: '2024-01-08' });
    const taken = { registerTakenAt: new Date('2024-01-08T05:00:00Z'), registerTakenBy: personId, state: 'held' as const };
    await newAttendance(house.manager, await newSession(house.manager, cohort, { ...taken, sessionOn: '2024-01-08' }), enrolment, 'late');
    await newAttendance(house.manager, await newSession(house.manager, cohort, { ...taken, sessionOn: '2024-01-09' }), enrolment, 'excused');
    await newSession(house.manager, cohort, { sessionOn: '2024-01-10' });
    expect(await count('attendance', 'attendance', '2024-Q1')).toMatchObject({ outcomes: { present: 1, absent: 1, 'no-register': 1 }, people: 1, total: 3 });
  });

  it('counts checks by whether somebody was reached inside the window', async () => {
    const { id: personId } = await newPerson(house.manager, { centreId });
    const placement = await newPlacement(house.manager, { personId, centreId, startedOn: '2025-02-01' });
    await newFollowUp(house.manager, placement, { dueOn: '2025-03-03', windowFrom: '2025-02-24', windowTo: '2025-03-10', attemptedOn: '2025-03-03', reachedOn: '2025-03-04' });
    await newFollowUp(house.manager, placement, { checkDay: 90, dueOn: '2025-05-02', windowFrom: '2025-04-18', windowTo: '2025-05-16', attemptedOn: null, reachedOn: null });
    expect(await count('checks', 'checks', '2025')).toMatchObject({ outcomes: { reached: 1, 'not-attempted': 1 }, people: 1, total: 2 });
  });

  it('follows the placed through the year', async () => {
    const { id: personId } = await newPerson(house.manager, { centreId });
    const placement = await newPlacement(house.manager, { personId, centreId, startedOn: '2024-02-01', endedOn: '2024-06-01', state: 'ended', endReason: 'dismissed' } as never);
    await newObservation(house.manager, placement, { observedOn: '2024-03-02' });
    expect(await count('placed', 'placed-30', '2024-Q1')).toMatchObject({ outcomes: { same: 1 } });
    expect(await count('placed', 'placed-90', '2024-Q1')).toMatchObject({ outcomes: { unknown: 1 } });
    expect(await count('placed', 'placed-180', '2024-Q1')).toMatchObject({ outcomes: { ended: 1 }, due: 1 });
  });
});
