import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { assertVersion, notFound, type Page, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Caseload, People } from '@sampan/people';
import { CaseRecords } from '../cases/case-records';
import type { AssignTaskDto, CancelTaskDto, CreateTaskDto, TaskDto, TaskQuery } from './task.dto';
import type { Task } from './task.entity';
import { TaskPresenter } from './task-presenter';
import { type TaskState, whyNotMoveTask, whyNotWriteTask } from './task.rules';
import { TasksRepository } from './tasks.repository';
import { TaskWriter } from './task-writer';

/** Work to be done for people: written by hand here, or by the handlers that hear of it. */
@Injectable()
export class Tasks {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly writer: TaskWriter,
    private readonly presenter: TaskPresenter,
    private readonly records: CaseRecords,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly users: Users,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(viewer: Viewer, query: TaskQuery): Promise<Page<TaskDto>> {
    const page = await this.tasks.list(viewer, query);
    return { ...page, items: await this.presenter.tasks(viewer, page.items) };
  }

  create(viewer: Viewer, order: CreateTaskDto): Promise<TaskDto> {
    return this.unitOfWork.run(async () => {
      const person = await this.people.getSummary(viewer, order.personId);
      const repeated = order.id ? await this.tasks.find(viewer, order.id) : null;
      if (repeated) {
        return this.presenter.task(viewer, repeated);
      }
      const file = order.caseId ? await this.records.getOpen(viewer, order.caseId) : null;
      if (file && file.personId !== person.id) {
        throw notFound('CASE_NOT_FOUND', 'The case');
      }
      const refusal = whyNotWriteTask({ kind: order.kind, title: order.title ?? null });
      if (refusal) {
        throw refusal;
      }
      const assigneeId = order.assigneeId ?? viewer.userId;
      await this.mustBeAbleToDo(viewer, person, assigneeId);
      const task = await this.writer.write(viewer, {
        ...order,
        title: order.title?.trim() || null,
        centreId: person.centreId,
        assigneeId,
      });
      return this.presenter.task(viewer, task);
    });
  }

  finish(viewer: Viewer, id: string, version: number): Promise<TaskDto> {
    return this.end(viewer, id, { to: 'done', reason: null, version });
  }

  cancel(viewer: Viewer, id: string, { reason, version }: CancelTaskDto): Promise<TaskDto> {
    return this.end(viewer, id, { to: 'cancelled', reason, version });
  }

  /** The new worker joins the person's caseload: a task about somebody whom one may not see helps nobody. */
  assign(viewer: Viewer, id: string, { assigneeId, version }: AssignTaskDto): Promise<TaskDto> {
    return this.unitOfWork.run(async () => {
      const task = await this.getForChange(viewer, id, version, { assigneeId });
      const able = await this.users.whoMay('task.write', task.centreId);
      if (!able.includes(assigneeId)) {
        throw notFound('WORKER_NOT_FOUND', 'The worker');
      }
      await this.caseload.assign(viewer, { personId: task.personId, userId: assigneeId, role: 'social-worker' });
      return this.presenter.task(viewer, await this.writer.assign(viewer, task, assigneeId));
    });
  }

  private end(
    viewer: Viewer,
    id: string,
    end: { readonly to: 'done' | 'cancelled'; readonly reason: string | null; readonly version: number },
  ): Promise<TaskDto> {
    return this.unitOfWork.run(async () => {
      const task = await this.getForChange(viewer, id, end.version, { state: end.to });
      const refusal = whyNotMoveTask(task.state, end.to, end.reason);
      if (refusal) {
        throw refusal;
      }
      return this.presenter.task(viewer, await this.writer.end(viewer, task, end.to, end.reason?.trim() ?? null));
    });
  }

  private async getForChange(
    viewer: Viewer,
    id: string,
    version: number,
    mine: { readonly state?: TaskState; readonly assigneeId?: string },
  ): Promise<Task> {
    const task = await this.tasks.findForChange(viewer, id);
    if (!task) {
      throw notFound('TASK_NOT_FOUND', 'The task');
    }
    assertVersion(task, version, mine);
    return task;
  }

  /** Whoever is given work by hand must already see the person, or be the one who gives it. */
  private async mustBeAbleToDo(viewer: Viewer, person: { readonly id: string }, assigneeId: string): Promise<void> {
    if (assigneeId !== viewer.userId && !(await this.caseload.isIn(assigneeId, person.id))) {
      throw notFound('WORKER_NOT_FOUND', 'The worker');
    }
  }
}
