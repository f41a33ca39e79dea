import { Injectable } from '@nestjs/common';
import { Clock, type Day, todayIn, type Viewer } from '@sampan/kernel';
import { ApprovalsRepository } from '../approvals/approvals.repository';
import { CasePresenter } from '../cases/case-presenter';
import { CasesRepository } from '../cases/cases.repository';
import { NotesRepository } from '../notes/notes.repository';
import { TaskPresenter } from '../tasks/task-presenter';
import type { TaskDto } from '../tasks/task.dto';
import type { TaskKind } from '../tasks/task.rules';
import { TasksRepository } from '../tasks/tasks.repository';
import { WorkerNames } from '../workers/worker-names';
import type { AwaitedApprovalDto, SensitiveOpeningDto, SupervisionDto, WorkloadDto } from './supervision.dto';

/** More than this of one kind and the list is not read but despaired of. */
const MOST = 50;

/** Late in the earliest time zone of the region is late; a day's difference is not worth a query per centre. */
const ZONE = 'Asia/Bangkok';

const ABOUT_FLAGS: readonly TaskKind[] = ['review-flag', 'offer-help'];

/** What would otherwise be nobody's. */
@Injectable()
export class Supervision {
  constructor(
    private readonly cases: CasesRepository,
    private readonly tasks: TasksRepository,
    private readonly approvals: ApprovalsRepository,
    private readonly notes: NotesRepository,
    private readonly casePresenter: CasePresenter,
    private readonly taskPresenter: TaskPresenter,
    private readonly names: WorkerNames,
    private readonly clock: Clock,
  ) {}

  async get(viewer: Viewer): Promise<SupervisionDto> {
    const neglected = await this.neglected(viewer, todayIn(this.clock, ZONE));
    const aboutFlags = neglected.filter(({ kind }) => ABOUT_FLAGS.includes(kind));
    const others = neglected.filter(({ kind }) => !ABOUT_FLAGS.includes(kind));
    return {
      approvals: await this.awaited(viewer),
      unassignedCases: await this.casePresenter.lines(viewer, await this.cases.listUnassigned(viewer, MOST)),
      flagsWithoutContact: aboutFlags,
      unassignedTasks: others.filter(({ assigneeId }) => assigneeId === null),
      overdueTasks: others.filter(({ assigneeId }) => assigneeId !== null),
      openings: await this.openings(viewer),
      workload: await this.workload(viewer),
    };
  }

  private async neglected(viewer: Viewer, today: Day): Promise<TaskDto[]> {
    return this.taskPresenter.tasks(viewer, await this.tasks.listNeglected(viewer, today, MOST));
  }

  private async awaited(viewer: Viewer): Promise<AwaitedApprovalDto[]> {
    const approvals = await this.approvals.listRequested(viewer, MOST);
    const cases = await this.cases.listByIds(
      viewer,
      approvals.map(({ caseId }) => caseId),
    );
    const lines = new Map((await this.casePresenter.lines(viewer, cases)).map((line) => [line.id, line]));
    const names = await this.names.of(approvals.map(({ requestedBy }) => requestedBy));
    return approvals.flatMap(({ caseId, subject, requestedBy, requestedAt }) => {
      const line = lines.get(caseId);
      const requestedByName = names.get(requestedBy) ?? null;
      return line ? [{ case: line, subject, requestedByName, requestedAt: requestedAt.toISOString() }] : [];
    });
  }

  private async openings(viewer: Viewer): Promise<SensitiveOpeningDto[]> {
    const openings = await this.notes.listOpenings(viewer, MOST);
    const names = await this.names.of(openings.map(({ openedBy }) => openedBy));
    return openings.map(({ id, caseId, openedBy, reason, openedAt }) => ({
      id,
      caseId,
      openedByName: names.get(openedBy) ?? null,
      reason,
      openedAt: openedAt.toISOString(),
    }));
  }

  private async workload(viewer: Viewer): Promise<WorkloadDto[]> {
    const [cases, tasks] = [await this.cases.countOpenByOwner(viewer), await this.tasks.countOpenByAssignee(viewer)];
    const workers = [...new Set([...cases.keys(), ...tasks.keys()])];
    const names = await this.names.of(workers);
    return workers
      .map((workerId) => ({
        workerId,
        workerName: names.get(workerId) ?? null,
        openCases: cases.get(workerId) ?? 0,
        openTasks: tasks.get(workerId) ?? 0,
      }))
      .sort((a, b) => b.openCases - a.openCases || b.openTasks - a.openTasks || (a.workerId < b.workerId ? -1 : 1));
  }
}
