import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { Clock, newId, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Timeline } from '@sampan/people';
import { Notifications } from '@sampan/platform';
import type { Approval } from '../approvals/approval.entity';
import { whyNotDecide } from '../approvals/approval.rules';
import { ApprovalsRepository } from '../approvals/approvals.repository';
import { AssessmentsRepository } from '../assessments/assessments.repository';
import { TasksRepository } from '../tasks/tasks.repository';
import type { Case } from './case.entity';
import type { CaseDto } from './case.dto';
import { alreadyOpen } from './case-opening';
import { CasePresenter } from './case-presenter';
import { CaseRecords } from './case-records';
import { whyNotClose } from './case.rules';
import { CasesRepository } from './cases.repository';
import type { CloseCaseDto, DecideClosureDto, ReopenCaseDto } from './change-case.dto';

/** The end of a case: requested by the worker, decided by somebody else, and undone when the person comes back. */
@Injectable()
export class Closures {
  constructor(
    private readonly users: Users,
    private readonly cases: CasesRepository,
    private readonly records: CaseRecords,
    private readonly presenter: CasePresenter,
    private readonly approvals: ApprovalsRepository,
    private readonly assessments: AssessmentsRepository,
    private readonly tasks: TasksRepository,
    private readonly timeline: Timeline,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  request(viewer: Viewer, id: string, { reason, outcome, version }: CloseCaseDto): Promise<CaseDto> {
    return this.unitOfWork.run(async () => {
      const mine = { closureReason: reason, closureOutcome: outcome };
      const file = await this.records.getForChange(viewer, id, version, mine);
      const latest = await this.assessments.findLatest(id);
      const refusal = whyNotClose({
        stage: file.stage,
        reason,
        openTasks: await this.tasks.countOpenOfCase(id),
        assessedForClosure: latest?.occasion === 'closure',
      });
      if (refusal) {
        throw refusal;
      }

      const now = this.clock.now();
      const saved = await this.records.record(viewer, file, 'case.closure-requested', {
        ...mine,
        closureRequestedAt: now,
      });
      await this.approvals.add(asked(file, viewer, now));
      return this.presenter.page(viewer, saved);
    });
  }

  decide(viewer: Viewer, id: string, { decision, comment }: DecideClosureDto): Promise<CaseDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getForChange(viewer, id);
      const approval = await this.approvals.findLatest(id);
      if (!approval) {
        throw ruleBroken('CLOSURE_NOT_REQUESTED', 'Nobody has asked to close this case.');
      }
      const refusal = whyNotDecide({
        state: approval.state,
        decision,
        comment: comment ?? null,
        requestedBy: approval.requestedBy,
        decidedBy: viewer.userId,
      });
      if (refusal) {
        throw refusal;
      }

      const now = this.clock.now();
      await this.approvals.save(
        Object.assign(approval, {
          state: decision,
          decidedBy: viewer.userId,
          decidedAt: now,
          comment: comment ?? null,
        }),
      );
      const change =
        decision === 'approved'
          ? { closedAt: now }
          : { closureRequestedAt: null, closureReason: null, closureOutcome: null };
      const saved = await this.records.record(viewer, file, `case.closure-${decision}`, change);
      if (decision === 'approved') {
        await this.tell(
          saved,
          'cases.closed',
          now,
          { number: saved.number, outcome: saved.closureOutcome },
          approval.id,
        );
      }
      await this.notifications.notify([approval.requestedBy], {
        kind: `case.closure-${decision}`,
        subjectType: 'case',
        subjectId: id,
      });
      return this.presenter.page(viewer, saved);
    });
  }

  /** The former closure stays in the approvals and in the audit; the case itself starts again at assessment. */
  reopen(viewer: Viewer, id: string, { reason, version }: ReopenCaseDto): Promise<CaseDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getForChange(viewer, id, version, { reopeningReason: reason });
      if (file.stage === 'closed' && (await this.cases.findOpenOf(file.organisationId, file.personId))) {
        throw alreadyOpen();
      }
      const now = this.clock.now();
      const saved = await this.records.record(viewer, file, 'case.reopened', {
        reopenedAt: now,
        // Whoever owned it may have left since: then it waits in the supervisor's queue.
        ownerId: file.ownerId && (await this.users.whoMay('case.update', file.centreId)).includes(file.ownerId) ? file.ownerId : null,
        reopeningReason: reason,
        closureRequestedAt: null,
        closureReason: null,
        closureOutcome: null,
        closedAt: null,
      });
      await this.tell(saved, 'cases.reopened', now, { number: saved.number }, newId());
      return this.presenter.page(viewer, saved);
    });
  }

  private async tell(
    file: Case,
    kind: string,
    at: Date,
    data: Record<string, unknown>,
    sourceId: string,
  ): Promise<void> {
    await this.timeline.append({
      personId: file.personId,
      centreId: file.centreId,
      at,
      kind,
      fact: 'fact.protection',
      data,
      sourceType: 'case-closure',
      sourceId,
    });
  }
}

const asked = (file: Case, viewer: Viewer, requestedAt: Date): Approval => ({
  id: newId(),
  caseId: file.id,
  personId: file.personId,
  centreId: file.centreId,
  subject: 'closure',
  state: 'requested',
  requestedBy: viewer.userId,
  requestedAt,
  decidedBy: null,
  decidedAt: null,
  comment: null,
});
