import { Injectable } from '@nestjs/common';
import { Clock, newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Timeline } from '@sampan/people';
import { CaseRecords } from '../cases/case-records';
import { WorkerNames } from '../workers/worker-names';
import type { AssessmentDto, RecordAssessmentDto } from './assessment.dto';
import type { Assessment } from './assessment.entity';
import { AssessmentsRepository } from './assessments.repository';
import { whyNotAssess } from './outcome-scale.rules';

/** The outcome scale, observed at intake, at every review and at closure. */
@Injectable()
export class Assessments {
  constructor(
    private readonly assessments: AssessmentsRepository,
    private readonly records: CaseRecords,
    private readonly names: WorkerNames,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, caseId: string): Promise<AssessmentDto[]> {
    const file = await this.records.get(viewer, caseId);
    const found = await this.assessments.list(file.id);
    const names = await this.names.of(found.map(({ recordedBy }) => recordedBy));
    return found.map((assessment) => toDto(assessment, names));
  }

  record(viewer: Viewer, caseId: string, order: RecordAssessmentDto): Promise<AssessmentDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getOpen(viewer, caseId);
      const repeated = order.id ? await this.assessments.find(caseId, order.id) : null;
      if (repeated) {
        return toDto(repeated, await this.names.of([repeated.recordedBy]));
      }
      const { scores, observedOn, reasons = {} } = order;
      const refusal = whyNotAssess({
        scores: { ...scores },
        reasons,
        observedOn,
        today: await this.centres.todayAt(file.centreId),
      });
      if (refusal) {
        throw refusal;
      }

      const recordedAt = this.clock.now();
      const assessment: Assessment = {
        id: order.id ?? newId(),
        caseId,
        personId: file.personId,
        centreId: file.centreId,
        occasion: order.occasion,
        observedOn,
        scores,
        reasons,
        recordedBy: viewer.userId,
        recordedAt,
      };
      await this.assessments.add(assessment);
      await this.records.record(viewer, file, 'case.assessed', { assessedAt: recordedAt });
      await this.timeline.append({
        personId: file.personId,
        centreId: file.centreId,
        at: recordedAt,
        kind: 'cases.assessed',
        fact: 'fact.protection',
        data: { occasion: order.occasion },
        sourceType: 'assessment',
        sourceId: assessment.id,
      });
      return toDto(assessment, await this.names.of([viewer.userId]));
    });
  }
}

const toDto = (assessment: Assessment, names: ReadonlyMap<string, string>): AssessmentDto => ({
  id: assessment.id,
  occasion: assessment.occasion,
  observedOn: assessment.observedOn,
  scores: assessment.scores,
  reasons: assessment.reasons,
  recordedByName: names.get(assessment.recordedBy) ?? null,
});
