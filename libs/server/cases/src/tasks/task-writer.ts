import { Injectable } from '@nestjs/common';
import { Clock, newId, type Viewer } from '@sampan/kernel';
import { Audit, Notifications } from '@sampan/platform';
import type { Task } from './task.entity';
import type { TaskKind } from './task.rules';
import { TasksRepository } from './tasks.repository';

export interface NewTask {
  readonly id?: string;
  readonly personId: string;
  readonly centreId: string;
  readonly caseId?: string | null;
  readonly kind: TaskKind;
  readonly title?: string | null;
  readonly detail?: string | null;
  readonly dueOn: string;
  readonly assigneeId: string | null;
  readonly sourceId?: string | null;
}

/** Writes and ends tasks, for hands and for handlers alike: audited, and told to whom it concerns. */
@Injectable()
export class TaskWriter {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly notifications: Notifications,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async write(viewer: Viewer, order: NewTask): Promise<Task> {
    const task: Omit<Task, 'version'> = {
      id: order.id ?? newId(),
      personId: order.personId,
      centreId: order.centreId,
      caseId: order.caseId ?? null,
      kind: order.kind,
      title: order.title ?? null,
      detail: order.detail ?? null,
      dueOn: order.dueOn,
      assigneeId: order.assigneeId,
      state: 'open',
      sourceId: order.sourceId ?? null,
      createdBy: viewer.userId,
      createdAt: this.clock.now(),
      endedAt: null,
      endedBy: null,
      cancelReason: null,
    };
    await this.tasks.add(task);
    await this.record(viewer, task, 'task.created');
    if (task.assigneeId && task.assigneeId !== viewer.userId) {
      await this.notifications.notify([task.assigneeId], {
        kind: 'task.assigned',
        subjectType: 'task',
        subjectId: task.id,
      });
    }
    return { ...task, version: 1 };
  }

  async end(viewer: Viewer, task: Task, to: 'done' | 'cancelled', cancelReason: string | null = null): Promise<Task> {
    const saved = await this.tasks.save(
      Object.assign(task, { state: to, endedAt: this.clock.now(), endedBy: viewer.userId, cancelReason }),
    );
    await this.record(viewer, saved, `task.${to}`);
    return saved;
  }

  async assign(viewer: Viewer, task: Task, assigneeId: string): Promise<Task> {
    const saved = await this.tasks.save(Object.assign(task, { assigneeId }));
    await this.record(viewer, saved, 'task.assigned');
    await this.notifications.notify([assigneeId], { kind: 'task.assigned', subjectType: 'task', subjectId: task.id });
    return saved;
  }

  private record(viewer: Viewer, task: Omit<Task, 'version'>, action: string): Promise<void> {
    return this.audit.record(viewer, {
      action,
      subjectType: 'task',
      subjectId: task.id,
      personId: task.personId,
      centreId: task.centreId,
      details: { kind: task.kind, caseId: task.caseId },
    });
  }
}
