import { Injectable, Module } from '@nestjs/common';
import { viewerOf } from '@sampan/access/testing';
import { Hears, newId, type Handler, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newConsent, newPerson, Person } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { LabourConcern } from '../concerns/labour-concern.entity';
import { Employer } from '../employers/employer.entity';
import { FollowUp } from '../follow-ups/follow-up.entity';
import { PlacementModule } from '../placement.module';
import { newApplication, newEmployer, newPlacement, newVacancy, NO_COSTS } from '../testing';
import { Vacancy } from '../vacancies/vacancy.entity';
import { PlacementCourse } from './placement-course';
import { PlacementPapers } from './placement-papers';
import { Placement } from './placement.entity';
import { PlacementEnded, PlacementStarted } from './placement.events';
import { PlacementsService } from './placements.service';
import { RecordedJobs } from './recorded-jobs';

@Hears(PlacementStarted)
@Injectable()
class StartListener implements Handler<PlacementStarted> {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

@Hears(PlacementEnded)
@Injectable()
class EndListener implements Handler<PlacementEnded> {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

@Module({ providers: [StartListener, EndListener] })
class ListenerModule {}

const PDF = Buffer.from('%PDF-1.7 a contract');

describe('placements, on the database', () => {
  let app: TestApp;
  let course: PlacementCourse;
  let papers: PlacementPapers;
  let placements: PlacementsService;
  let recorded: RecordedJobs;

  beforeAll(async () => {
    app = await testApp([PlacementModule, ListenerModule]);
    [course, papers, placements, recorded] = [app.get(PlacementCourse), app.get(PlacementPapers), app.get(PlacementsService), app.get(RecordedJobs)];
  });
  afterAll(() => app.close());

  const aPerson = async (country = 'TH', over: { birthDate?: string } = {}): Promise<{ centreId: string; personId: string; officer: Viewer }> => {
    const { id: centreId } = await newCentre(app.manager, { country });
    const { id: personId } = await newPerson(app.manager, { centreId, ...over });
    return { centreId, personId, officer: viewerOf('placement-officer', [centreId]) };
  };
  /** Sent from Cambodia to Thailand; the application was accepted, the paper is still to come. */
  const aSent = async (): Promise<{ officer: Viewer; placement: Placement; employerId: string; vacancyId: string }> => {
    const { centreId, personId, officer } = await aPerson('KH');
    await newConsent(app.manager, { personId, centreId, purpose: 'placement-referral' });
    const { id: employerId } = await newEmployer(app.manager, { centreId });
    const { id: vacancyId } = await newVacancy(app.manager, { centreId, employerId, places: 1, taken: 1, state: 'filled' });
    const { id: applicationId } = await newApplication(app.manager, { centreId, personId, vacancyId, state: 'accepted' });
    const placement = await newPlacement(app.manager, {
      centreId, personId, source: 'sent', homeCountry: 'KH', country: 'TH', employerId, vacancyId, applicationId, state: 'offered', startedOn: null,
      hasWrittenContract: false, passportHolder: null, costs: [],
    });
    return { officer, placement, employerId, vacancyId };
  };
  const withPapers = async (officer: Viewer, id: string): Promise<void> => {
    const { version } = await papers.keepContract(officer, id, { name: 'contract.pdf', content: PDF });
    await papers.change(officer, id, { contractLanguage: 'km', contractUnderstood: true, passportHolder: 'person', costs: NO_COSTS, costCurrency: 'THB', version });
  };

  const newsOf = async (queue: string, placementId: string): Promise<object[]> => {
    const rows = await app.manager.query(`SELECT data -> 'event' AS event FROM sampan_queue.job WHERE name = $1 AND data #>> '{event,placementId}' = $2`, [queue, placementId]);
    return (rows as { event: object }[]).map(({ event }) => event);
  };

  it('lists what is missing, and starts only when every gate is open', async () => {
    const { officer, placement } = await aSent();
    await expect(course.checkContract(officer, placement.id)).rejects.toMatchObject({
      code: 'GATES_SHUT', details: { missing: ['CONTRACT_MISSING', 'CONTRACT_NOT_UNDERSTOOD', 'PASSPORT_HOLDER_MISSING', 'COSTS_BLANK'] },
    });
    expect((await placements.detail(officer, placement.id)).gates.filter(({ passed }) => !passed).map(({ gate }) => gate)).toEqual(['contract', 'contract-language', 'passport', 'costs']);

    await withPapers(officer, placement.id);
    expect((await course.checkContract(officer, placement.id)).state).toBe('contract-checked');
    const started = await course.start(officer, placement.id, '2026-03-01');

    expect(started).toMatchObject({ state: 'started', startedOn: '2026-03-01', contractOnFile: true });
    expect(started.followUps.map(({ checkDay, dueOn, state }) => [checkDay, dueOn, state])).toEqual([
      [7, '2026-03-08', 'scheduled'], [30, '2026-03-31', 'scheduled'], [90, '2026-05-30', 'scheduled'], [180, '2026-08-28', 'scheduled'], [365, '2027-03-01', 'scheduled'],
    ]);
    expect(await newsOf('placement.placement-started/StartListener', placement.id)).toMatchObject([{ personId: placement.personId, startedOn: '2026-03-01', crossBorder: true }]);
  });

  it('asks the gates again at the start: an employer blocked meanwhile gets nobody', async () => {
    const { officer, placement, employerId } = await aSent();
    await withPapers(officer, placement.id);
    await course.checkContract(officer, placement.id);
    await app.manager.update(Employer, { id: employerId }, { vettingState: 'blocked' });

    await expect(course.start(officer, placement.id, '2026-03-01')).rejects.toMatchObject({ code: 'GATES_SHUT', details: { missing: ['EMPLOYER_BLOCKED'] } });
    expect(await app.manager.countBy(FollowUp, { placementId: placement.id })).toBe(0);
  });

  it('checks the contract again when a paper changes after the check', async () => {
    const { officer, placement } = await aSent();
    await withPapers(officer, placement.id);
    const { version } = await course.checkContract(officer, placement.id);

    expect(await papers.change(officer, placement.id, { passportHolder: 'agency', version })).toMatchObject({ state: 'offered' });
    await expect(course.checkContract(officer, placement.id)).rejects.toMatchObject({ details: { missing: ['PASSPORT_WITHHELD'] } });
  });

  it('does not start in the future', async () => {
    const { officer, placement } = await aSent();
    await withPapers(officer, placement.id);
    await course.checkContract(officer, placement.id);

    await expect(course.start(officer, placement.id, '2026-03-03')).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
  });

  it('frees the place of somebody who never set out, and calls nobody', async () => {
    const { officer, placement, vacancyId } = await aSent();

    expect(await course.neverStarted(officer, placement.id)).toMatchObject({ state: 'never-started', followUps: [] });
    expect(await app.manager.findOneByOrFail(Vacancy, { id: vacancyId })).toMatchObject({ taken: 0, state: 'open' });
  });

  it('ends with a reason, and its checks go on', async () => {
    const { officer, placement } = await aSent();
    await withPapers(officer, placement.id);
    await course.checkContract(officer, placement.id);
    await course.start(officer, placement.id, '2026-03-01');
    await expect(course.end(officer, placement.id, { endedOn: '2026-02-28', reason: 'laid-off' })).rejects.toMatchObject({ code: 'END_BEFORE_START' });

    const ended = await course.end(officer, placement.id, { endedOn: '2026-03-02', reason: 'laid-off' });

    expect(ended).toMatchObject({ state: 'ended', endReason: 'laid-off' });
    expect(ended.followUps.every(({ state }) => state === 'scheduled')).toBe(true);
    expect(await newsOf('placement.placement-ended/EndListener', placement.id)).toMatchObject([{ personId: placement.personId, reason: 'laid-off' }]);
  });

  it('gives the contract back as it came, and takes nothing but a PDF or a picture', async () => {
    const { officer, placement } = await aSent();
    await papers.keepContract(officer, placement.id, { name: 'contract.pdf', content: PDF });

    expect(await papers.readContract(officer, placement.id)).toMatchObject({ mediaType: 'application/pdf', content: PDF });
    await expect(papers.keepContract(officer, placement.id, { name: 'contract.pdf', content: Buffer.from('<script>') })).rejects.toMatchObject({ code: 'CONTRACT_TYPE_UNKNOWN' });
  });

  describe('recorded because it happened', () => {
    const job = { source: 'informal', kind: 'wage', title: 'Porter', country: 'TH', startedOn: '2026-02-20', hasWrittenContract: true, passportHolder: 'person' } as const;

    it('is active at once, with its checks, and no gate', async () => {
      const { personId, officer } = await aPerson();
      const detail = await recorded.record(officer, { ...job, personId });

      expect(detail).toMatchObject({ state: 'active', source: 'informal', gates: [], crossBorder: false });
      expect(await newsOf('placement.placement-started/StartListener', detail.id)).toHaveLength(1);
      expect(detail.followUps.map(({ checkDay }) => checkDay)).toEqual([30, 90, 180, 365]);
      expect(await app.manager.countBy(LabourConcern, { personId })).toBe(0);
    });

    it('plans no call for a window that was over before anybody knew', async () => {
      const { personId, officer } = await aPerson();
      expect((await recorded.record(officer, { ...job, personId, startedOn: '2025-11-01' })).followUps.map(({ checkDay }) => checkDay)).toEqual([180, 365]);
    });

    it('becomes one concern when there is no contract and the passport is with the employer, however often it is sent', async () => {
      const { personId, officer } = await aPerson();
      const request = { ...job, id: newId(), personId, hasWrittenContract: false, passportHolder: 'employer' } as const;
      await recorded.record(officer, request);
      await recorded.record(officer, request);

      const concerns = await app.manager.findBy(LabourConcern, { personId });
      expect(concerns).toHaveLength(1);
      expect(concerns[0]).toMatchObject({ source: 'record', severity: 'high', indicators: ['retention-of-identity-documents'], worries: ['no-contract', 'passport-withheld'] });
    });

    it('raises a critical concern for a child across the border', async () => {
      const { personId, officer } = await aPerson('KH', { birthDate: '2010-01-01' });
      await recorded.record(officer, { ...job, personId });

      expect(await app.manager.findOneByOrFail(LabourConcern, { personId })).toMatchObject({ severity: 'critical', worries: ['minor-across-border'], treatAsMinor: true });
    });
  });

  it('lists those of a person under every record that was joined with theirs', async () => {
    const { centreId, personId, officer } = await aPerson();
    const { id: joined } = await newPerson(app.manager, { centreId });
    const jobs = [await newPlacement(app.manager, { centreId, personId }), await newPlacement(app.manager, { centreId, personId: joined })];
    expect((await placements.list(officer, { personId })).items.map(({ id }) => id)).toEqual([jobs[0]?.id]);
    await app.manager.update(Person, { id: joined }, { status: 'merged', mergedIntoId: personId });
    expect((await placements.list(officer, { personId })).items).toHaveLength(2);
  });

  it('hides those of another centre', async () => {
    const { placement } = await aSent();
    const { officer: stranger } = await aPerson();

    expect((await placements.list(stranger, {})).items).toEqual([]);
    await expect(placements.open(stranger, placement.id)).rejects.toMatchObject({ code: 'PLACEMENT_NOT_FOUND' });
    await expect(course.neverStarted(stranger, placement.id)).rejects.toMatchObject({ code: 'PLACEMENT_NOT_FOUND' });
    await expect(papers.readContract(stranger, placement.id)).rejects.toMatchObject({ code: 'PLACEMENT_NOT_FOUND' });
  });

  it('writes down that a file was opened', async () => {
    const { officer, placement } = await aSent();
    await placements.open(officer, placement.id);
    const [{ openings }] = await app.manager.query(`SELECT count(*)::int AS openings FROM audit_entry WHERE subject_id = $1 AND action = 'placement.opened' AND viewer_id = $2`, [placement.id, officer.userId]);
    expect(openings).toBe(1);
  });
});
