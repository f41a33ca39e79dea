import { viewerOf } from '@sampan/access/testing';
import { newId, systemViewer, type Viewer } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { ConsentWithdrawn } from '@sampan/people';
import { newConsent, newPerson } from '@sampan/people/testing';
import { testApp, type TestApp } from '@sampan/testing';
import { Employer } from '../employers/employer.entity';
import { FollowUp } from '../follow-ups/follow-up.entity';
import { PlacementModule } from '../placement.module';
import { Placement } from '../placements/placement.entity';
import { newApplication, newEmployer, newFollowUp, newPlacement, newVacancy } from '../testing';
import { Vacancy } from '../vacancies/vacancy.entity';
import type { ApplicationState } from './application.rules';
import { ApplicationsService } from './applications.service';
import { VacancyApplication } from './vacancy-application.entity';
import { WhenConsentWithdrawn } from './when-consent-withdrawn.handler';

describe('applying to a vacancy, on the database', () => {
  let app: TestApp;
  let applications: ApplicationsService;

  beforeAll(async () => {
    app = await testApp([PlacementModule]);
    applications = app.get(ApplicationsService);
  });
  afterAll(() => app.close());

  const aVacancy = async (over: { vacancy?: Partial<Vacancy>; employer?: Partial<Employer>; country?: string } = {}): Promise<{ centreId: string; officer: Viewer; vacancy: Vacancy }> => {
    const { id: centreId } = await newCentre(app.manager, { country: over.country ?? 'TH' });
    const { id: employerId } = await newEmployer(app.manager, { centreId, ...over.employer });
    const vacancy = await newVacancy(app.manager, { centreId, employerId, ...over.vacancy });
    return { centreId, officer: viewerOf('placement-officer', [centreId]), vacancy };
  };
  const aConsenting = async (centreId: string, over: { birthDate?: string; ageInDoubt?: boolean } = {}): Promise<string> => {
    const { id } = await newPerson(app.manager, { centreId, ...over });
    await newConsent(app.manager, { personId: id, centreId, purpose: 'placement-referral' });
    return id;
  };
  const anApplication = async (centreId: string, vacancyId: string, state: ApplicationState, personId?: string): Promise<VacancyApplication> =>
    newApplication(app.manager, { centreId, vacancyId, state, personId: personId ?? (await aConsenting(centreId)) });

  it('goes from the proposal to a placement that carries the promise of the vacancy', async () => {
    const { centreId, officer, vacancy } = await aVacancy();
    const personId = await aConsenting(centreId);

    let application = await applications.propose(officer, vacancy.id, { personId });
    for (const to of ['consented', 'sent', 'interview', 'offered', 'accepted'] as const) {
      application = await applications.move(officer, application.id, { to, version: application.version });
    }

    expect(application.state).toBe('accepted');
    const placement = await app.manager.findOneByOrFail(Placement, { id: application.placementId ?? '' });
    expect(placement).toMatchObject({ personId, centreId, source: 'sent', state: 'offered', wageMonthly: 10_400, homeCountry: 'TH', country: 'TH', passportHolder: null });
    expect((await app.manager.findOneByOrFail(Vacancy, { id: vacancy.id })).taken).toBe(1);
  });

  it('proposes a person once', async () => {
    const { centreId, officer, vacancy } = await aVacancy();
    const request = { id: newId(), personId: await aConsenting(centreId) };

    await applications.propose(officer, vacancy.id, request);
    await applications.propose(officer, vacancy.id, request);

    await expect(applications.propose(officer, vacancy.id, { personId: request.personId })).rejects.toMatchObject({ kind: 'conflict', code: 'APPLICATION_EXISTS' });
    expect(await applications.listOf(officer, vacancy.id)).toHaveLength(1);
  });

  it('does not become consented without the consent', async () => {
    const { centreId, officer, vacancy } = await aVacancy();
    const { id: personId } = await newPerson(app.manager, { centreId });
    const { id, version } = await applications.propose(officer, vacancy.id, { personId });

    await expect(applications.move(officer, id, { to: 'consented', version })).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
  });

  it.each([
    ['an employer that is not cleared', { employer: { vettingState: 'in-review', validUntil: null } }, 'EMPLOYER_IN_REVIEW'],
    ['an employer whose clearance is over', { employer: { validUntil: '2026-03-01' } }, 'EMPLOYER_EXPIRED'],
    ['an offer that was not screened', { vacancy: { screenOutcome: null } }, 'VACANCY_NOT_PASSED'],
  ] as const)('sends nobody to %s', async (_, over, missing) => {
    const { centreId, officer, vacancy } = await aVacancy(over as never);
    const { id, version } = await anApplication(centreId, vacancy.id, 'consented');

    await expect(applications.move(officer, id, { to: 'sent', version })).rejects.toMatchObject({ code: 'GATES_SHUT', details: { missing: [missing] } });
  });

  it.each([
    ['under 18', { birthDate: '2010-01-01' }],
    ['with an age in doubt', { ageInDoubt: true }],
  ])('sends nobody %s across a border', async (_, person) => {
    const { centreId, officer, vacancy } = await aVacancy({ country: 'KH' });
    const { id, version } = await anApplication(centreId, vacancy.id, 'consented', await aConsenting(centreId, person));

    await expect(applications.move(officer, id, { to: 'sent', version })).rejects.toMatchObject({ code: 'GATES_SHUT', details: { missing: ['MINOR_ACROSS_BORDER'] } });
  });

  it('gives the last place to one of three who accept at once, and fills the vacancy', async () => {
    const { centreId, officer, vacancy } = await aVacancy({ vacancy: { places: 1 } });
    const offered = await Promise.all([1, 2, 3].map(() => anApplication(centreId, vacancy.id, 'offered')));

    const results = await Promise.allSettled(offered.map(({ id, version }) => applications.move(officer, id, { to: 'accepted', version })));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))).toEqual(['VACANCY_FULL', 'VACANCY_FULL']);
    expect(await app.manager.findOneByOrFail(Vacancy, { id: vacancy.id })).toMatchObject({ taken: 1, state: 'filled' });
    expect(await app.manager.countBy(Placement, { vacancyId: vacancy.id })).toBe(1);
  });

  it('answers a stale step with both values', async () => {
    const { centreId, officer, vacancy } = await aVacancy();
    const { id, version } = await anApplication(centreId, vacancy.id, 'proposed');
    await applications.move(officer, id, { to: 'consented', version });

    await expect(applications.move(officer, id, { to: 'declined', declinedBy: 'person', version })).rejects.toMatchObject({
      code: 'STALE_VERSION', details: { mine: { state: 'declined' }, theirs: { state: 'consented' } },
    });
  });

  it('hides the application of another centre', async () => {
    const { centreId, vacancy } = await aVacancy();
    const { id, version } = await anApplication(centreId, vacancy.id, 'proposed');
    const { officer: stranger } = await aVacancy();

    await expect(applications.move(stranger, id, { to: 'consented', version })).rejects.toMatchObject({ code: 'APPLICATION_NOT_FOUND' });
  });

  describe('when a consent is withdrawn', () => {
    const hear = (personId: string, centreId: string, purpose: ConsentWithdrawn['purpose']) =>
      app.unitOfWork.run(() => app.get(WhenConsentWithdrawn).handle(new ConsentWithdrawn(personId, centreId, purpose)));

    it('passes nobody on any more, and leaves what is over as it was', async () => {
      const { centreId, vacancy } = await aVacancy();
      const open = await anApplication(centreId, vacancy.id, 'sent');
      const { vacancy: other } = await aVacancy();
      const over = await anApplication(centreId, other.id, 'accepted', open.personId);

      await hear(open.personId, centreId, 'placement-referral');

      const stateOf = async (id: string) => (await app.manager.findOneByOrFail(VacancyApplication, { id })).state;
      expect([await stateOf(open.id), await stateOf(over.id)]).toEqual(['declined', 'accepted']);
    });

    it('calls nobody any more, and only when it was about calls', async () => {
      const { centreId } = await aVacancy();
      const placement = await newPlacement(app.manager, { centreId, personId: await aConsenting(centreId) });
      const due = await newFollowUp(app.manager, placement);
      const reached = await newFollowUp(app.manager, placement, { checkDay: 90, state: 'reached', reachedOn: '2026-03-01' });
      const stateOf = async (id: string) => (await app.manager.findOneByOrFail(FollowUp, { id })).state;

      await hear(placement.personId, centreId, 'training');
      expect(await stateOf(due.id)).toBe('due');
      await hear(placement.personId, centreId, 'follow-up-contact');
      expect([await stateOf(due.id), await stateOf(reached.id)]).toEqual(['stopped', 'reached']);
    });

    it('writes the deed under the name of the system', async () => {
      const { centreId, vacancy } = await aVacancy();
      const { id, personId } = await anApplication(centreId, vacancy.id, 'sent');
      await hear(personId, centreId, 'placement-referral');
      const [deed] = await app.manager.query(`SELECT viewer_id FROM audit_entry WHERE subject_id = $1 AND action = 'application.declined'`, [id]);
      expect(deed).toEqual({ viewer_id: systemViewer('any', []).userId });
    });
  });
});
