import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, Events, newId, notFound, ruleBroken, UnitOfWork, whyNotMove, type Page, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { EmployersRepository } from '../employers/employers.repository';
import { refuse } from '../refuse';
import { perMonth } from '../wages/wage.rules';
import { screenOffer } from './offer-screen.rules';
import { VacanciesRepository } from './vacancies.repository';
import { toVacancyDetailDto, toVacancyDto, type VacanciesQuery, type VacancyDetailDto, type VacancyDto } from './vacancy.dto';
import type { Vacancy } from './vacancy.entity';
import { OfferReported } from './vacancy.events';
import { VACANCY_TRANSITIONS } from './vacancy.rules';
import type { ChangeVacancyDto, NewVacancyDto, ScreenOfferDto } from './write-vacancy.dto';

/** What the screen has judged; when one of these changes, it must be screened again. */
const SCREENED = ['agencyId', 'title', 'kind', 'country', 'place', 'wageAmount', 'wageCurrency', 'wagePeriod', 'hoursPerWeek', 'usualMonthly', 'legalMinimumMonthly'] as const;

@Injectable()
export class VacanciesService {
  constructor(
    private readonly vacancies: VacanciesRepository,
    private readonly employers: EmployersRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: VacanciesQuery): Promise<Page<VacancyDto>> {
    const page = await this.vacancies.list(viewer, query);
    const names = await this.namesOf(page.items);
    return { ...page, items: page.items.map((vacancy) => toVacancyDto(vacancy, names)) };
  }

  async detail(viewer: Viewer, id: string): Promise<VacancyDetailDto> {
    const vacancy = await this.vacancies.find(viewer, id);
    if (!vacancy) {
      throw notFound('VACANCY_NOT_FOUND', 'The vacancy');
    }
    return toVacancyDetailDto(vacancy, await this.namesOf([vacancy]));
  }

  add(viewer: Viewer, { id = newId(), ...fields }: NewVacancyDto): Promise<VacancyDetailDto> {
    return this.unitOfWork.run(async () => {
      if (await this.vacancies.find(viewer, id)) {
        return this.detail(viewer, id);
      }
      const employer = await this.employers.find(viewer, fields.employerId);
      if (!employer) {
        throw notFound('EMPLOYER_NOT_FOUND', 'The employer');
      }
      await this.refuseUnknownAgency(viewer, fields.agencyId);
      await this.vacancies.add({
        ...UNSCREENED,
        id,
        centreId: employer.centreId,
        employerId: employer.id,
        agencyId: fields.agencyId ?? null,
        title: fields.title.trim(),
        kind: fields.kind,
        occupation: fields.occupation,
        description: fields.description ?? null,
        country: fields.country,
        place: fields.place ?? null,
        places: fields.places,
        taken: 0,
        wageAmount: fields.wageAmount,
        wageCurrency: fields.wageCurrency,
        wagePeriod: fields.wagePeriod,
        wageMonthly: perMonth({ amount: fields.wageAmount, currency: fields.wageCurrency, period: fields.wagePeriod, hoursPerWeek: fields.hoursPerWeek }),
        hoursPerWeek: fields.hoursPerWeek ?? null,
        usualMonthly: fields.usualMonthly ?? null,
        usualSource: fields.usualSource ?? null,
        legalMinimumMonthly: fields.legalMinimumMonthly ?? null,
        state: 'draft',
        closesOn: fields.closesOn ?? null,
        createdBy: viewer.userId,
        createdAt: this.clock.now(),
        version: 1,
      });
      await this.audit.record(viewer, { action: 'vacancy.added', subjectType: 'vacancy', subjectId: id, centreId: employer.centreId });
      return this.detail(viewer, id);
    });
  }

  change(viewer: Viewer, id: string, { version, ...change }: ChangeVacancyDto): Promise<VacancyDetailDto> {
    return this.unitOfWork.run(async () => {
      const vacancy = await this.getForChange(viewer, id);
      assertVersion(vacancy, version, change);
      if (vacancy.state === 'closed') {
        throw ruleBroken('VACANCY_CLOSED', 'A closed vacancy is not changed any more.');
      }
      await this.refuseUnknownAgency(viewer, change.agencyId);
      const after = { ...vacancy, ...change };
      if (after.places < vacancy.taken) {
        throw ruleBroken('PLACES_TAKEN', 'More places are taken already.', { taken: vacancy.taken });
      }
      const wageMonthly = perMonth({ amount: after.wageAmount, currency: after.wageCurrency, period: after.wagePeriod, hoursPerWeek: after.hoursPerWeek });
      const isAnother = SCREENED.some((field) => change[field] !== undefined && change[field] !== vacancy[field]);
      const roomAgain = vacancy.state === 'filled' && after.places > vacancy.taken;
      await this.vacancies.change(id, { ...change, wageMonthly, ...(roomAgain ? { state: 'open' } : {}), ...(isAnother ? unscreened(vacancy) : {}) });
      await this.audit.record(viewer, { action: 'vacancy.changed', subjectType: 'vacancy', subjectId: id, centreId: vacancy.centreId, details: { fields: Object.keys(change) } });
      return this.detail(viewer, id);
    });
  }

  /** Reads the answers and the pay. A failed offer is blocked, and the news of it goes up. */
  screen(viewer: Viewer, id: string, { answers, version }: ScreenOfferDto): Promise<VacancyDetailDto> {
    return this.unitOfWork.run(async () => {
      const vacancy = await this.getForChange(viewer, id);
      assertVersion(vacancy, version);
      if (vacancy.state !== 'screening') {
        refuse(whyNotMove(VACANCY_TRANSITIONS, vacancy.state, 'screening'));
      }
      const { outcome, signs } = screenOffer(answers, payOf(vacancy));
      const state = ({ passed: 'open', failed: 'blocked', 'more-needed': 'screening' } as const)[outcome];
      await this.vacancies.change(id, { state, screenAnswers: answers, screenOutcome: outcome, screenSigns: [...signs], screenedBy: viewer.userId, screenedAt: this.clock.now() });
      await this.audit.record(viewer, { action: 'vacancy.screened', subjectType: 'vacancy', subjectId: id, centreId: vacancy.centreId, details: { outcome, signs } });
      if (outcome === 'failed') {
        await this.events.announce(new OfferReported(vacancy.centreId, id, vacancy.employerId, signs));
      }
      return this.detail(viewer, id);
    });
  }

  close(viewer: Viewer, id: string): Promise<VacancyDetailDto> {
    return this.unitOfWork.run(async () => {
      const vacancy = await this.getForChange(viewer, id);
      refuse(whyNotMove(VACANCY_TRANSITIONS, vacancy.state, 'closed'));
      await this.vacancies.change(id, { state: 'closed' });
      await this.audit.record(viewer, { action: 'vacancy.closed', subjectType: 'vacancy', subjectId: id, centreId: vacancy.centreId });
      return this.detail(viewer, id);
    });
  }

  private async getForChange(viewer: Viewer, id: string): Promise<Vacancy> {
    const vacancy = await this.vacancies.findForChange(viewer, id);
    if (!vacancy) {
      throw notFound('VACANCY_NOT_FOUND', 'The vacancy');
    }
    return vacancy;
  }

  private async refuseUnknownAgency(viewer: Viewer, agencyId: string | null | undefined): Promise<void> {
    if (agencyId && (await this.employers.find(viewer, agencyId))?.kind !== 'recruitment-agency') {
      throw notFound('AGENCY_NOT_FOUND', 'The agency');
    }
  }

  private async namesOf(vacancies: readonly Vacancy[]): Promise<ReadonlyMap<string, string>> {
    const ids = vacancies.flatMap(({ employerId, agencyId }) => (agencyId ? [employerId, agencyId] : [employerId]));
    return new Map((await this.employers.findNamed(ids)).map(({ id, name }) => [id, name]));
  }
}

const UNSCREENED = { screenAnswers: null, screenOutcome: null, screenSigns: null, screenedBy: null, screenedAt: null } as const;

/** A blocked offer stays blocked until it is screened again, whatever is changed about it. */
const unscreened = ({ state }: Vacancy): Partial<Vacancy> => ({ ...UNSCREENED, state: state === 'open' || state === 'filled' ? 'screening' : state });

const payOf = (vacancy: Vacancy) => ({
  wage: { amount: vacancy.wageAmount, currency: vacancy.wageCurrency, period: vacancy.wagePeriod, hoursPerWeek: vacancy.hoursPerWeek },
  usualMonthly: vacancy.usualMonthly,
  legalMinimumMonthly: vacancy.legalMinimumMonthly,
});
