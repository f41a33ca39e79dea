import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, conflict, newId, notFound, ruleBroken, UnitOfWork, whyNotMove, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { EnrolmentEndings } from '../enrolments/enrolment-endings';
import { mayBeTaught } from '../programmes/programme-version.rules';
import { ProgrammesRepository } from '../programmes/programmes.repository';
import { toCohortDto, type CohortDto, type CohortQuery, type CreateCohortDto, type MoveCohortDto, type UpdateCohortDto } from './cohort.dto';
import { COHORT_TRANSITIONS, placesBelowTaken, whyNotTheseDays } from './cohort.rules';
import { CohortsRepository, type CohortWithProgramme } from './cohorts.repository';

@Injectable()
export class CohortsService {
  constructor(
    private readonly cohorts: CohortsRepository,
    private readonly programmes: ProgrammesRepository,
    private readonly endings: EnrolmentEndings,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: CohortQuery): Promise<Page<CohortDto>> {
    return this.cohorts.list(viewer, query);
  }

  async get(viewer: Viewer, id: string): Promise<CohortDto> {
    return toCohortDto(found(await this.cohorts.find(viewer, id)));
  }

  create(viewer: Viewer, { id = newId(), centreId, programmeVersionId, ...plan }: CreateCohortDto): Promise<CohortDto> {
    return this.unitOfWork.run(async () => {
      const repeated = await this.cohorts.find(viewer, id);
      if (repeated) {
        return toCohortDto(repeated);
      }
      await this.centres.get(viewer, centreId);
      await this.centres.mustBeOpenFor(centreId, 'cohort');
      const version = await this.programmes.findVersion(programmeVersionId);
      if (!version) {
        throw notFound('PROGRAMME_VERSION_NOT_FOUND', 'The version of the programme');
      }
      if (!mayBeTaught(version.state)) {
        throw ruleBroken('PROGRAMME_NOT_PUBLISHED', 'A cohort runs a published version of a programme.');
      }
      const refusal = whyNotTheseDays(plan);
      if (refusal) {
        throw refusal;
      }
      await this.refuseTakenCode(centreId, plan.code);

      await this.cohorts.add({
        ...plan,
        id,
        centreId,
        programmeId: version.programmeId,
        programmeVersionId,
        state: 'planned',
        createdAt: this.clock.now(),
      });
      await this.record(viewer, 'cohort.planned', id, centreId);
      return this.get(viewer, id);
    });
  }

  update(viewer: Viewer, id: string, { version, ...plan }: UpdateCohortDto): Promise<CohortDto> {
    return this.unitOfWork.run(async () => {
      const cohort = found(await this.cohorts.findToChange(viewer, id));
      assertVersion(cohort, version, plan);
      const refusal = plan.places < cohort.taken ? placesBelowTaken() : whyNotTheseDays(plan);
      if (refusal) {
        throw refusal;
      }
      if (plan.code !== cohort.code) {
        await this.refuseTakenCode(cohort.centreId, plan.code);
      }

      await this.cohorts.change(id, plan);
      await this.record(viewer, 'cohort.updated', id, cohort.centreId);
      return this.get(viewer, id);
    });
  }

  /** Cancelling ends the enrolments too, so that nobody stays enrolled in what does not take place. */
  move(viewer: Viewer, id: string, { to, version }: MoveCohortDto): Promise<CohortDto> {
    return this.unitOfWork.run(async () => {
      const cohort = found(await this.cohorts.findToChange(viewer, id));
      assertVersion(cohort, version, { state: to });
      const refusal = whyNotMove(COHORT_TRANSITIONS, cohort.state, to);
      if (refusal) {
        throw refusal;
      }

      if (to === 'open') {
        await this.centres.mustBeOpenFor(cohort.centreId, 'cohort');
      }
      await this.cohorts.change(id, { state: to });
      if (to === 'cancelled') {
        await this.endings.endAllOfCohort(viewer, cohort);
      }
      await this.record(viewer, `cohort.${to}`, id, cohort.centreId);
      return this.get(viewer, id);
    });
  }

  private async refuseTakenCode(centreId: string, code: string): Promise<void> {
    if (await this.cohorts.isCodeTaken(centreId, code)) {
      throw conflict('COHORT_CODE_TAKEN', 'Another cohort of this centre has this code.');
    }
  }

  private record(viewer: Viewer, action: string, subjectId: string, centreId: string): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'cohort', subjectId, centreId });
  }
}

const found = (cohort: CohortWithProgramme | null): CohortWithProgramme => {
  if (!cohort) {
    throw notFound('COHORT_NOT_FOUND', 'The cohort');
  }
  return cohort;
};
