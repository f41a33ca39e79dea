import { Injectable } from '@nestjs/common';
import { assertVersion, notFound, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { completionConditions, whyNotComplete, type CompletionFacts } from './completion.rules';
import { EnrolmentEndings } from './enrolment-endings';
import { EnrolmentPresenter } from './enrolment-presenter';
import type { AssessDto, CompletionConditionDto, CompleteDto, EnrolmentDto } from './enrolment.dto';
import { isOpen } from './enrolment.rules';
import { EnrolmentsRepository, type EnrolmentWithCohort } from './enrolments.repository';

/** Whether a trainee has done all that the programme asks, and saying so. */
@Injectable()
export class CompletionsService {
  constructor(
    private readonly enrolments: EnrolmentsRepository,
    private readonly endings: EnrolmentEndings,
    private readonly present: EnrolmentPresenter,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async conditions(viewer: Viewer, id: string): Promise<CompletionConditionDto[]> {
    return [...completionConditions(await this.factsOf(found(await this.enrolments.find(viewer, id))))];
  }

  assess(viewer: Viewer, id: string, { passed, assessedOn, version }: AssessDto): Promise<EnrolmentDto> {
    return this.unitOfWork.run(async () => {
      const enrolment = found(await this.enrolments.findToChange(viewer, id));
      assertVersion(enrolment, version, { assessmentPassed: passed, assessedOn });
      if (!isOpen(enrolment.state)) {
        throw ruleBroken('ENROLMENT_ENDED', 'This enrolment has ended.');
      }
      if (assessedOn > (await this.centres.todayAt(enrolment.centreId))) {
        throw ruleBroken('ASSESSED_IN_FUTURE', 'An assessment cannot be recorded before it took place.');
      }

      await this.enrolments.change(id, { assessmentPassed: passed, assessedOn });
      const { personId, centreId } = enrolment;
      await this.audit.record(viewer, { action: 'enrolment.assessed', subjectType: 'enrolment', subjectId: id, personId, centreId, details: { passed } });
      return this.present.one(viewer, found(await this.enrolments.find(viewer, id)));
    });
  }

  complete(viewer: Viewer, id: string, { version }: CompleteDto): Promise<EnrolmentDto> {
    return this.unitOfWork.run(async () => {
      const enrolment = found(await this.enrolments.findToChange(viewer, id));
      assertVersion(enrolment, version);
      const facts = await this.factsOf(enrolment);
      const refusal = whyNotComplete(facts);
      if (refusal) {
        throw refusal;
      }

      await this.endings.end(viewer, enrolment, {
        outcome: 'completed',
        reason: null,
        exclusion: null,
        evidence: null,
        exitedOn: facts.lastSessionOn ?? facts.today,
      });
      return this.present.one(viewer, found(await this.enrolments.find(viewer, id)));
    });
  }

  private async factsOf(enrolment: EnrolmentWithCohort): Promise<CompletionFacts> {
    const { programmeVersion } = enrolment.cohort;
    return {
      ...(await this.enrolments.attendanceOf(enrolment)),
      enteredOn: enrolment.enteredOn,
      minimumAttendancePercent: programmeVersion.minimumAttendancePercent,
      assessmentRequired: programmeVersion.assessmentRequired,
      assessmentPassed: enrolment.assessmentPassed,
      today: await this.centres.todayAt(enrolment.centreId),
    };
  }
}

const found = (enrolment: EnrolmentWithCohort | null): EnrolmentWithCohort => {
  if (!enrolment) {
    throw notFound('ENROLMENT_NOT_FOUND', 'The enrolment');
  }
  return enrolment;
};
