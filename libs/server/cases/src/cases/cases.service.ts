import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { Clock, notFound, type Page, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Caseload, Consents, People } from '@sampan/people';
import { Notifications } from '@sampan/platform';
import type { Case } from './case.entity';
import type { CaseDto, CaseLineDto, CaseQuery } from './case.dto';
import { CaseOpening, idOr } from './case-opening';
import { CasePresenter } from './case-presenter';
import { CaseRecords } from './case-records';
import { whyNotRecordIntake } from './case.rules';
import { CasesRepository } from './cases.repository';
import type { AssignCaseDto, RejectCaseDto } from './change-case.dto';
import type { OpenCaseDto, RecordIntakeDto } from './open-case.dto';

/** Cases from the first talk to the owner; closing them is next door, in `Closures`. */
@Injectable()
export class Cases {
  constructor(
    private readonly cases: CasesRepository,
    private readonly records: CaseRecords,
    private readonly opening: CaseOpening,
    private readonly presenter: CasePresenter,
    private readonly people: People,
    private readonly consents: Consents,
    private readonly caseload: Caseload,
    private readonly users: Users,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: CaseQuery): Promise<Page<CaseLineDto>> {
    const records = query.personId ? await this.people.recordsOf(query.personId) : [];
    const page = await this.cases.list(viewer, query, records);
    return { ...page, items: await this.presenter.lines(viewer, page.items) };
  }

  /** Opening a case is looking at somebody's trouble, so it is audited like a change. */
  async get(viewer: Viewer, id: string): Promise<CaseDto> {
    return this.presenter.page(viewer, await this.records.open(viewer, id));
  }

  /** The worker who spoke with the person owns the case. The same client id twice is one case. */
  open(viewer: Viewer, order: OpenCaseDto): Promise<CaseDto> {
    return this.unitOfWork.run(async () => {
      const person = await this.people.getSummary(viewer, order.personId);
      const repeated = order.id ? await this.cases.find(viewer, order.id) : null;
      if (repeated) {
        return this.presenter.page(viewer, repeated);
      }
      await this.consents.require(viewer, person.id, 'hold-record');
      const file = await this.opening.open(viewer, {
        id: idOr(order.id),
        person,
        source: order.source,
        flagId: null,
        ownerId: viewer.userId,
        intake: { presentingIssue: order.presentingIssue, urgentConcern: order.urgentConcern?.trim() || null },
      });
      return this.presenter.page(viewer, file);
    });
  }

  recordIntake(viewer: Viewer, id: string, intake: RecordIntakeDto): Promise<CaseDto> {
    return this.unitOfWork.run(async () => {
      const mine = { presentingIssue: intake.presentingIssue, urgentConcern: intake.urgentConcern?.trim() || null };
      const file = await this.records.getForChange(viewer, id, intake.version, mine);
      refuse(whyNotRecordIntake(file));
      const intakeRecordedAt = file.intakeRecordedAt ?? this.clock.now();
      const saved = await this.records.record(viewer, file, 'case.intake-recorded', { ...mine, intakeRecordedAt });
      return this.presenter.page(viewer, saved);
    });
  }

  /** The new owner joins the person's caseload: without that they could not see the case that is theirs. */
  assign(viewer: Viewer, id: string, { ownerId, version }: AssignCaseDto): Promise<CaseDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getForChange(viewer, id, version, { ownerId });
      await this.mustBeAbleToOwn(file, ownerId);
      const saved = await this.records.record(viewer, file, 'case.assigned', { ownerId });
      await this.caseload.assign(viewer, { personId: file.personId, userId: ownerId, role: 'social-worker' });
      await this.notifications.notify([ownerId], { kind: 'case.assigned', subjectType: 'case', subjectId: id });
      return this.presenter.page(viewer, saved);
    });
  }

  reject(viewer: Viewer, id: string, { reason, version }: RejectCaseDto): Promise<CaseDto> {
    return this.unitOfWork.run(async () => {
      const file = await this.records.getForChange(viewer, id, version, { rejectionReason: reason });
      const change = { rejectedAt: this.clock.now(), rejectionReason: reason };
      return this.presenter.page(viewer, await this.records.record(viewer, file, 'case.rejected', change));
    });
  }

  private async mustBeAbleToOwn(file: Case, ownerId: string): Promise<void> {
    const able = await this.users.whoMay('case.update', file.centreId);
    if (!able.includes(ownerId)) {
      throw notFound('WORKER_NOT_FOUND', 'The worker');
    }
    if (file.ownerId === ownerId) {
      throw ruleBroken('CASE_OWNED_ALREADY', 'This worker already owns the case.');
    }
  }
}

const refuse = (refusal: Error | null): void => {
  if (refusal) {
    throw refusal;
  }
};
