import { Injectable } from '@nestjs/common';
import { notFound, type Viewer } from '@sampan/kernel';
import { People, showReference } from '@sampan/people';
import type { EnrolmentDto, TraineeDto } from './enrolment.dto';
import type { EnrolmentWithCohort } from './enrolments.repository';

/** One order for names on every screen and on paper: ICU's root order, which knows all our scripts. */
const NAME_ORDER = new Intl.Collator('und', { numeric: true });

/** Joins enrolments with the names that the viewer may see; whoever the viewer may not see is left out. */
@Injectable()
export class EnrolmentPresenter {
  constructor(private readonly people: People) {}

  async one(viewer: Viewer, enrolment: EnrolmentWithCohort): Promise<EnrolmentDto> {
    const presented = (await this.byId(viewer, [enrolment])).get(enrolment.id);
    if (!presented) {
      throw notFound('ENROLMENT_NOT_FOUND', 'The enrolment');
    }
    return presented;
  }

  async inOrder(viewer: Viewer, enrolments: readonly EnrolmentWithCohort[]): Promise<EnrolmentDto[]> {
    return [...(await this.byId(viewer, enrolments)).values()].sort((a, b) => byName(a.trainee, b.trainee));
  }

  async byId(viewer: Viewer, enrolments: readonly EnrolmentWithCohort[]): Promise<Map<string, EnrolmentDto>> {
    const trainees = await this.trainees(viewer, enrolments.map(({ personId }) => personId));
    return new Map(
      enrolments.flatMap((enrolment) => {
        const trainee = trainees.get(enrolment.personId);
        return trainee ? [[enrolment.id, toEnrolmentDto(enrolment, trainee)]] : [];
      }),
    );
  }

  async trainees(viewer: Viewer, personIds: readonly string[]): Promise<Map<string, TraineeDto>> {
    const summaries = await this.people.summaries(viewer, [...new Set(personIds)]);
    return new Map([...summaries].map(([id, { reference, fullName, latinName }]) => [id, { id, reference: showReference(reference), fullName, latinName }]));
  }
}

export const byName = (a: TraineeDto, b: TraineeDto): number => NAME_ORDER.compare(a.fullName, b.fullName) || NAME_ORDER.compare(a.reference, b.reference);

const toEnrolmentDto = ({ cohort, ...enrolment }: EnrolmentWithCohort, trainee: TraineeDto): EnrolmentDto => ({
  id: enrolment.id,
  trainee,
  centreId: enrolment.centreId,
  cohortId: enrolment.cohortId,
  cohortCode: cohort.code,
  programmeNames: cohort.programmeVersion.names,
  state: enrolment.state,
  registeredOn: enrolment.registeredOn,
  enteredOn: enrolment.enteredOn,
  exitedOn: enrolment.exitedOn,
  leavingReason: enrolment.leavingReason,
  exclusion: enrolment.exclusion,
  consecutiveMissed: enrolment.consecutiveMissed,
  leftEarlySuspectedOn: enrolment.leftEarlySuspectedOn,
  assessmentPassed: enrolment.assessmentPassed,
  assessedOn: enrolment.assessedOn,
  version: enrolment.version,
});
