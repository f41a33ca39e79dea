import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, conflict, newId, notFound, ruleBroken, UnitOfWork, whyNotMove, type Viewer } from '@sampan/kernel';
import { Consents, People, Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { PlacementsRepository } from '../placements/placements.repository';
import { placementOf } from '../placements/placement-of-application';
import { SendingGates } from '../placements/sending-gates';
import { refuse } from '../refuse';
import { VacanciesRepository } from '../vacancies/vacancies.repository';
import type { Vacancy } from '../vacancies/vacancy.entity';
import { APPLICATION_TRANSITIONS, needsReferralConsent, passesPersonOn } from './application.rules';
import { toApplicationDto, type VacancyApplicationDto } from './application.dto';
import { ApplicationsRepository } from './applications.repository';
import type { VacancyApplication } from './vacancy-application.entity';
import type { MoveApplicationDto, ProposePersonDto } from './write-application.dto';

@Injectable()
export class ApplicationsService {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly vacancies: VacanciesRepository,
    private readonly placements: PlacementsRepository,
    private readonly gates: SendingGates,
    private readonly people: People,
    private readonly consents: Consents,
    private readonly timeline: Timeline,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async listOf(viewer: Viewer, vacancyId: string): Promise<VacancyApplicationDto[]> {
    const vacancy = await this.getVacancy(viewer, vacancyId);
    return this.present(viewer, await this.applications.listOf(viewer, vacancy.id));
  }

  propose(viewer: Viewer, vacancyId: string, { id = newId(), personId }: ProposePersonDto): Promise<VacancyApplicationDto> {
    return this.unitOfWork.run(async () => {
      const vacancy = await this.getVacancy(viewer, vacancyId);
      const person = await this.people.getSummary(viewer, personId);
      if (await this.applications.find(viewer, id)) {
        return this.one(viewer, id);
      }
      refuseOver(vacancy);
      if (await this.applications.existsFor(vacancyId, personId)) {
        throw conflict('APPLICATION_EXISTS', 'This person has been proposed for this vacancy already.');
      }
      const now = this.clock.now();
      await this.applications.add({
        id, vacancyId, personId, centreId: person.centreId, state: 'proposed', declinedBy: null, reason: null,
        createdBy: viewer.userId, createdAt: now, changedAt: now, version: 1,
      });
      await this.record(viewer, { id, personId, centreId: person.centreId }, 'application.proposed');
      return this.one(viewer, id);
    });
  }

  move(viewer: Viewer, id: string, { to, version, declinedBy = null, reason = null }: MoveApplicationDto): Promise<VacancyApplicationDto> {
    return this.unitOfWork.run(async () => {
      const application = await this.applications.findForChange(viewer, id);
      if (!application) {
        throw notFound('APPLICATION_NOT_FOUND', 'The application');
      }
      assertVersion(application, version, { state: to });
      refuse(whyNotMove(APPLICATION_TRANSITIONS, application.state, to));
      const vacancy = await this.getVacancy(viewer, application.vacancyId);
      if (passesPersonOn(to)) {
        refuseOver(vacancy);
        await this.gates.requireOpen(viewer, vacancy, await this.people.getSummary(viewer, application.personId));
      } else if (needsReferralConsent(to)) {
        await this.consents.require(viewer, application.personId, 'placement-referral');
      }
      await this.applications.change(id, { state: to, declinedBy: to === 'declined' ? declinedBy : null, reason, changedAt: this.clock.now() });
      if (to === 'accepted') {
        await this.place(viewer, application, vacancy);
      }
      await this.record(viewer, application, `application.${to}`);
      await this.timeline.append({
        personId: application.personId, centreId: application.centreId, at: this.clock.now(), kind: `placement.application-${to}`, fact: 'fact.placement',
        data: { vacancyId: vacancy.id, title: vacancy.title }, sourceType: 'vacancy-application', sourceId: id,
      });
      return this.one(viewer, id);
    });
  }

  /** The place is taken by a guarded counter before the placement exists: two who accept at once cannot both have the last one. */
  private async place(viewer: Viewer, application: VacancyApplication, vacancy: Vacancy): Promise<void> {
    const { taken, full } = await this.vacancies.takePlace(vacancy.id);
    if (!taken) {
      throw ruleBroken('VACANCY_FULL', 'This vacancy has no free place.');
    }
    if (full) {
      await this.vacancies.change(vacancy.id, { state: 'filled' });
    }
    await this.placements.add(
      placementOf(application, vacancy, { id: newId(), homeCountry: await this.gates.homeCountryOf(application.centreId), createdBy: viewer.userId, createdAt: this.clock.now() }),
    );
  }

  private async getVacancy(viewer: Viewer, id: string): Promise<Vacancy> {
    const vacancy = await this.vacancies.find(viewer, id);
    if (!vacancy) {
      throw notFound('VACANCY_NOT_FOUND', 'The vacancy');
    }
    return vacancy;
  }

  private async one(viewer: Viewer, id: string): Promise<VacancyApplicationDto> {
    const application = await this.applications.find(viewer, id);
    const [dto] = application ? await this.present(viewer, [application]) : [];
    if (!dto) {
      throw notFound('APPLICATION_NOT_FOUND', 'The application');
    }
    return dto;
  }

  private async present(viewer: Viewer, applications: readonly VacancyApplication[]): Promise<VacancyApplicationDto[]> {
    const people = await this.people.summaries(viewer, applications.map(({ personId }) => personId));
    const placements = await this.applications.placementsOf(applications.map(({ id }) => id));
    return applications.flatMap((application) => {
      const person = people.get(application.personId);
      return person ? [toApplicationDto(application, person, placements.get(application.id) ?? null)] : [];
    });
  }

  private record(viewer: Viewer, { id, personId, centreId }: Pick<VacancyApplication, 'id' | 'personId' | 'centreId'>, action: string): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'vacancy-application', subjectId: id, personId, centreId });
  }
}

const refuseOver = ({ state }: Vacancy): void => {
  if (state === 'closed' || state === 'blocked') {
    throw ruleBroken('VACANCY_NOT_OPEN', 'This vacancy is closed or blocked.');
  }
};
