import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, conflict, Events, newId, notFound, ruleBroken, UnitOfWork, type DomainError, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Consents, People, Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { cohortFull, whyNotEnrol } from '../cohorts/cohort.rules';
import { CohortsRepository, type CohortWithProgramme } from '../cohorts/cohorts.repository';
import { whyClashes } from '../sessions/session.rules';
import { SessionsRepository } from '../sessions/sessions.repository';
import { EnrolmentEndings } from './enrolment-endings';
import { EnrolmentPresenter } from './enrolment-presenter';
import type { ConfirmLeftEarlyDto, EnrolmentDto, EnrolmentQuery, EnrolTraineeDto, WithdrawDto } from './enrolment.dto';
import { TraineeEnrolled } from './enrolment.events';
import { leave, whyNotLeave } from './enrolment.rules';
import { EnrolmentsRepository, type EnrolmentWithCohort } from './enrolments.repository';
import { whyNotConfirmLeftEarly } from './left-early.rules';

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly enrolments: EnrolmentsRepository,
    private readonly endings: EnrolmentEndings,
    private readonly present: EnrolmentPresenter,
    private readonly cohorts: CohortsRepository,
    private readonly sessions: SessionsRepository,
    private readonly people: People,
    private readonly consents: Consents,
    private readonly timeline: Timeline,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: EnrolmentQuery): Promise<Page<EnrolmentDto>> {
    const records = query.personId ? await this.people.recordsOf(query.personId) : [];
    const page = await this.enrolments.list(viewer, query, records);
    return { ...page, items: [...(await this.present.byId(viewer, page.items)).values()] };
  }

  async ofCohort(viewer: Viewer, cohortId: string): Promise<EnrolmentDto[]> {
    await this.getCohort(viewer, cohortId);
    return this.present.inOrder(viewer, await this.enrolments.ofCohort(viewer, cohortId));
  }

  async get(viewer: Viewer, id: string): Promise<EnrolmentDto> {
    return this.present.one(viewer, found(await this.enrolments.find(viewer, id)));
  }

  enrol(viewer: Viewer, cohortId: string, { id = newId(), personId }: EnrolTraineeDto): Promise<EnrolmentDto> {
    return this.unitOfWork.run(async () => {
      const repeated = await this.enrolments.find(viewer, id);
      if (repeated) {
        return this.present.one(viewer, repeated);
      }
      const cohort = await this.getCohort(viewer, cohortId);
      const person = await this.people.getSummary(viewer, personId);
      await this.consents.require(viewer, personId, 'training');
      await this.centres.mustBeOpenFor(cohort.centreId, 'enrolment');
      const today = await this.centres.todayAt(cohort.centreId);
      refuse(person.centreId === cohort.centreId ? null : personOfAnotherCentre());
      refuse(whyNotEnrol({ ...cohort, today }));
      await this.enrolments.lockPerson(personId);
      await this.refuseSecondEnrolment(cohort, personId, today);
      if (!(await this.cohorts.takePlace(cohortId))) {
        throw cohortFull();
      }

      await this.enrolments.add({ id, personId, cohortId, centreId: cohort.centreId, state: 'registered', registeredOn: today, createdAt: this.clock.now() });
      await this.record(viewer, 'enrolment.registered', { id, personId, centreId: cohort.centreId });
      await this.timeline.append({
        personId,
        centreId: cohort.centreId,
        at: this.clock.now(),
        kind: 'training.enrolled',
        fact: 'fact.identity',
        data: { programme: cohort.programmeVersion.names, cohort: cohort.code },
        sourceType: 'enrolment',
        sourceId: id,
      });
      await this.events.announce(new TraineeEnrolled(personId, cohort.centreId, id, cohortId));
      return this.get(viewer, id);
    });
  }

  withdraw(viewer: Viewer, id: string, { reason, evidence = null, exitedOn, version }: WithdrawDto): Promise<EnrolmentDto> {
    return this.unitOfWork.run(async () => {
      const enrolment = await this.getToChange(viewer, id, version);
      const today = await this.centres.todayAt(enrolment.centreId);
      const lastDay = exitedOn ?? today;
      refuse(whyNotLeave(reason, evidence));
      refuse(lastDay >= enrolment.registeredOn && lastDay <= today ? null : exitOutOfRange());

      await this.endings.end(viewer, enrolment, { ...leave('withdrawn', reason), reason, evidence, exitedOn: lastDay });
      return this.get(viewer, id);
    });
  }

  /** Leaves on the day last seen, not on the day somebody noticed. */
  confirmLeftEarly(viewer: Viewer, id: string, { reason, evidence = null, version }: ConfirmLeftEarlyDto): Promise<EnrolmentDto> {
    return this.unitOfWork.run(async () => {
      const enrolment = await this.getToChange(viewer, id, version);
      refuse(whyNotConfirmLeftEarly(enrolment.leftEarlySuspectedOn));
      refuse(whyNotLeave(reason, evidence));
      const { lastAttendedOn } = await this.enrolments.attendanceOf(enrolment);

      await this.endings.end(viewer, enrolment, {
        ...leave('left-early', reason),
        reason,
        evidence,
        exitedOn: lastAttendedOn ?? enrolment.registeredOn,
      });
      return this.get(viewer, id);
    });
  }

  private async refuseSecondEnrolment(cohort: CohortWithProgramme, personId: string, today: string): Promise<void> {
    const open = await this.enrolments.openOfPerson(personId);
    if (open.some(({ cohortId }) => cohortId === cohort.id)) {
      throw conflict('ALREADY_ENROLLED', 'This person is already enrolled in this cohort.');
    }
    const planned = await this.sessions.plannedFrom([cohort.id], today);
    const others = await this.sessions.plannedFrom(open.map(({ cohortId }) => cohortId), today);
    refuse(whyClashes(
      planned.map((session) => ({ ...session, room: null, instructorId: null })),
      others.map((session) => ({ ...session, sameCohort: false, sharesTrainee: true })),
    ));
  }

  private async getCohort(viewer: Viewer, id: string): Promise<CohortWithProgramme> {
    const cohort = await this.cohorts.find(viewer, id);
    if (!cohort) {
      throw notFound('COHORT_NOT_FOUND', 'The cohort');
    }
    return cohort;
  }

  private async getToChange(viewer: Viewer, id: string, version: number): Promise<EnrolmentWithCohort> {
    const enrolment = found(await this.enrolments.findToChange(viewer, id));
    assertVersion(enrolment, version);
    return enrolment;
  }

  private record(viewer: Viewer, action: string, { id, personId, centreId }: { id: string; personId: string; centreId: string }): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'enrolment', subjectId: id, personId, centreId });
  }
}

const refuse = (refusal: DomainError | null): void => {
  if (refusal) {
    throw refusal;
  }
};

const found = (enrolment: EnrolmentWithCohort | null): EnrolmentWithCohort => {
  if (!enrolment) {
    throw notFound('ENROLMENT_NOT_FOUND', 'The enrolment');
  }
  return enrolment;
};

const personOfAnotherCentre = (): DomainError => ruleBroken('PERSON_OF_ANOTHER_CENTRE', 'This person belongs to another centre.');
const exitOutOfRange = (): DomainError => ruleBroken('EXIT_OUT_OF_RANGE', 'The last day lies between enrolment and today.');
