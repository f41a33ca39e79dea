import { Injectable } from '@nestjs/common';
import { Clock, Events, UnitOfWork, whyNotMove, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import type { Cohort } from '../cohorts/cohort.entity';
import { CohortsRepository } from '../cohorts/cohorts.repository';
import type { Enrolment } from './enrolment.entity';
import { EnrolmentEnded } from './enrolment.events';
import { ENROLMENT_TRANSITIONS, leave, type EnrolmentOutcome, type EvidenceKind, type Exclusion, type LeavingReasonCode } from './enrolment.rules';
import { EnrolmentsRepository } from './enrolments.repository';

export interface Ending {
  readonly outcome: EnrolmentOutcome;
  readonly reason: LeavingReasonCode | null;
  readonly exclusion: Exclusion | null;
  readonly evidence: EvidenceKind | null;
  readonly exitedOn: string;
}

/** The one place where an enrolment ends, whoever asked for it: the seat, the timeline and the news always go along. */
@Injectable()
export class EnrolmentEndings {
  constructor(
    private readonly enrolments: EnrolmentsRepository,
    private readonly cohorts: CohortsRepository,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly events: Events,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  end(viewer: Viewer, enrolment: Enrolment, ending: Ending): Promise<void> {
    return this.unitOfWork.run(async () => {
      const refusal = whyNotMove(ENROLMENT_TRANSITIONS, enrolment.state, ending.outcome);
      if (refusal) {
        throw refusal;
      }
      const { id, personId, centreId, cohortId } = enrolment;
      await this.enrolments.change(id, {
        state: ending.outcome,
        leavingReason: ending.reason,
        exclusion: ending.exclusion,
        evidence: ending.evidence,
        exitedOn: ending.exitedOn,
        leftEarlySuspectedOn: null,
      });
      if (ending.outcome !== 'completed') {
        await this.cohorts.freePlace(cohortId);
      }
      await this.timeline.append({
        personId,
        centreId,
        at: this.clock.now(),
        kind: `training.${ending.outcome}`,
        fact: 'fact.identity',
        data: { reason: ending.reason },
        sourceType: 'enrolment',
        sourceId: id,
      });
      await this.audit.record(viewer, {
        action: `enrolment.${ending.outcome}`,
        subjectType: 'enrolment',
        subjectId: id,
        personId,
        centreId,
        details: { reason: ending.reason, exclusion: ending.exclusion, evidence: ending.evidence },
      });
      await this.events.announce(new EnrolmentEnded(personId, centreId, id, ending.outcome, ending.reason));
    });
  }

  async endAllOfCohort(viewer: Viewer, { id, centreId }: Cohort): Promise<void> {
    const exitedOn = await this.centres.todayAt(centreId);
    for (const enrolment of await this.enrolments.openOfCohort(id)) {
      await this.end(viewer, enrolment, { ...leave('withdrawn', 'cohort-cancelled'), reason: 'cohort-cancelled', evidence: null, exitedOn });
    }
  }
}
