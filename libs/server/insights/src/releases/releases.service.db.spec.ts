import { SYSTEM_USER_ID, systemViewer, newId, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newPerson } from '@sampan/people/testing';
import type { RunningJob } from '@sampan/platform';
import { testApp, type TestApp } from '@sampan/testing';
import { newCohort, newEnrolment } from '@sampan/training/testing';
import { InsightsModule } from '../insights.module';
import { newRelease, ReleaseCount, ReleaseValue } from '../testing';
import { BuildRelease, type BuildCheckpoint } from './build-release.job';
import { Release } from './release.entity';
import { Releases } from './releases.service';

describe('releases, on the database', () => {
  let house: TestApp;
  let releases: Releases;

  beforeAll(async () => {
    house = await testApp([InsightsModule]);
    releases = house.get(Releases);
  });
  afterAll(() => house.close());

  /** A country of one test only, with one centre. */
  const somewhere = async (country: string) => {
    const centre = await newCentre(house.manager, { country });
    return { centre, analyst: viewerOf([centre.id]), approver: viewerOf([centre.id]) };
  };
  const viewerOf = (centreIds: string[]): Viewer => ({ ...systemViewer('test', centreIds), userId: newId() });
  const train = async (centreId: string, people: number, state: 'completed' | 'left-early') => {
    const cohort = await newCohort(house.manager, { centreId, plannedEndOn: '2024-06-28', places: 500 });
    for (let index = 0; index < people; index += 1) {
      const { id } = await newPerson(house.manager, { centreId, sex: index % 3 === 0 ? 'male' : 'female' });
      await newEnrolment(house.manager, cohort, id, { enteredOn: '2024-02-01', state, exitedOn: '2024-06-28' });
    }
  };
  const jobFor = (release: Release, dieAfter = Infinity): RunningJob<{ releaseId: string }, BuildCheckpoint> & { reached: BuildCheckpoint | null } => ({
    id: release.jobId, input: { releaseId: release.id }, viewer: systemViewer('test', []), requestedBy: SYSTEM_USER_ID, checkpoint: null, signal: new AbortController().signal,
    reached: null,
    progress(done, _, checkpoint) {
      if (done > dieAfter) {
        return Promise.reject(new Error('killed'));
      }
      this.reached = checkpoint ?? null;
      return Promise.resolve();
    },
  });
  const valuesOf = (releaseId: string) => house.manager.findBy(ReleaseValue, { releaseId });

  it('counts, protects and checks, and prints nothing small', async () => {
    const { centre, analyst } = await somewhere('LA');
    await train(centre.id, 40, 'completed');
    await train(centre.id, 4, 'left-early');
    const { id } = await releases.build(analyst, { country: 'LA', quarter: '2025-Q4' });
    await house.get(BuildRelease).run(jobFor(await releases.get(analyst, id)));

    const release = await releases.get(analyst, id);
    expect(release.state).toBe('disclosure-checked');
    expect(release.checkedTables?.every(({ breaches }) => breaches.length === 0)).toBe(true);
    const { values } = await releases.values(analyst, id, { code: 'T7', dimension: 'total' });
    expect(values.find(({ indicator, period }) => indicator === 'T7/all' && period === '2024')?.numbers).toMatchObject({
      numerator: { value: null, suppressed: true, bound: { is: 'below', than: 10 } },
      denominator: { value: 45 },
      rate: { value: null, suppressed: true, reason: 'small-numerator' },
    });
    const exact = await house.manager.findBy(ReleaseCount, { releaseId: id, population: 'entrants', period: '2024', dimension: 'total' });
    expect(exact).toMatchObject([{ outcomes: { completed: 40, 'left-early': 4 } }]);
  });

  it('goes on where it was killed, and writes nothing twice', async () => {
    const { centre, analyst } = await somewhere('MM');
    await train(centre.id, 25, 'completed');
    const { id } = await releases.build(analyst, { country: 'MM', quarter: '2025-Q4' });
    const killed = jobFor(await releases.get(analyst, id), 8);
    await expect(house.get(BuildRelease).run(killed)).rejects.toThrow('killed');
    expect(killed.reached).toEqual({ steps: 8 });
    expect((await releases.get(analyst, id)).state).toBe('computed');

    await house.get(BuildRelease).run({ ...jobFor(await releases.get(analyst, id)), checkpoint: killed.reached });
    const once = await valuesOf(id);
    const again = await releases.build(analyst, { country: 'MM', quarter: '2025-Q3' });
    await house.get(BuildRelease).run(jobFor(await releases.get(analyst, again.id)));
    expect((await releases.get(analyst, id)).state).toBe('disclosure-checked');
    expect(new Set(once.map(({ indicator, period, dimension, category }) => [indicator, period, dimension, category].join())).size).toBe(once.length);
    expect(once.length).toBeGreaterThan(0);
    expect((await releases.get(analyst, id)).checkedTables).toHaveLength(new Set((await releases.get(analyst, id)).checkedTables?.map(({ family, year }) => family + year)).size);
  });

  it('is started once, however often the request is repeated', async () => {
    const { analyst } = await somewhere('VN');
    const id = newId();
    await releases.build(analyst, { id, country: 'VN', quarter: '2025-Q4' });
    await releases.build(analyst, { id, country: 'VN', quarter: '2025-Q4' });
    expect(await house.manager.countBy(Release, { country: 'VN' })).toBe(1);
    await expect(releases.build(analyst, { country: 'VN', quarter: '2025-Q4' })).rejects.toMatchObject({ code: 'RELEASE_AT_WORK' });
  });

  it('is approved by a second person and then published, which supersedes the one before', async () => {
    const { analyst, approver } = await somewhere('PH');
    const former = await newRelease(house.manager, { country: 'PH', quarter: '2025-Q3', state: 'published' });
    const release = await newRelease(house.manager, { country: 'PH', requestedBy: analyst.userId });
    await expect(releases.publish(approver, release.id)).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
    await expect(releases.approve(analyst, release.id)).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    await releases.approve(approver, release.id);
    await releases.publish(approver, release.id);
    expect((await releases.get(analyst, release.id)).state).toBe('published');
    expect((await releases.get(analyst, former.id)).state).toBe('superseded');
  });

  it('cannot be approved while a masked number could be worked out', async () => {
    const { approver } = await somewhere('MY');
    const broken = { family: 'entrants', year: '2024', printed: 1, below: 1, hidden: 0, attacked: 1, breaches: [{ id: 'x', label: 'below' as const, min: 1, max: 4 }] };
    const release = await newRelease(house.manager, { country: 'MY', checkedTables: [broken] });
    await expect(releases.approve(approver, release.id)).rejects.toMatchObject({ code: 'DISCLOSURE_NOT_SAFE' });
  });

  it('of another country does not exist', async () => {
    const { analyst } = await somewhere('CN');
    const abroad = await newRelease(house.manager, { country: 'KH', state: 'published' });
    await expect(releases.get(analyst, abroad.id)).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' });
    await expect(releases.build(analyst, { country: 'KH', quarter: '2025-Q4' })).rejects.toMatchObject({ code: 'COUNTRY_NOT_FOUND' });
  });

  it('does not exist for readers before it is published', async () => {
    const { centre } = await somewhere('SG');
    const reader: Viewer = { ...viewerOf([centre.id]), permissions: new Set(['release.read']) };
    const release = await newRelease(house.manager, { country: 'SG' });
    await expect(releases.get(reader, release.id)).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' });
    expect((await releases.list(reader, [], undefined, 25)).items).toEqual([]);
  });
});
