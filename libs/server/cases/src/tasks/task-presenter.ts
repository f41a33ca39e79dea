import { Injectable } from '@nestjs/common';
import { type Day, notFound, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People, type PersonSummary } from '@sampan/people';
import { toCasePerson } from '../cases/case-presenter';
import { WorkerNames } from '../workers/worker-names';
import type { TaskDto } from './task.dto';
import type { Task } from './task.entity';
import { isTaskOverdue } from './task.rules';

/** Turns tasks into lines with the person's name; overdue by the day at the task's centre. */
@Injectable()
export class TaskPresenter {
  constructor(
    private readonly people: People,
    private readonly names: WorkerNames,
    private readonly centres: Centres,
  ) {}

  async task(viewer: Viewer, task: Task): Promise<TaskDto> {
    const [line] = await this.tasks(viewer, [task]);
    if (!line) {
      throw notFound('TASK_NOT_FOUND', 'The task');
    }
    return line;
  }

  async tasks(viewer: Viewer, tasks: readonly Task[]): Promise<TaskDto[]> {
    const people = await this.people.summaries(
      viewer,
      tasks.map(({ personId }) => personId),
    );
    const names = await this.names.of(tasks.map(({ assigneeId }) => assigneeId));
    const todayAt = await this.daysAt(tasks.map(({ centreId }) => centreId));
    return tasks.flatMap((task) => {
      const person = people.get(task.personId);
      return person ? [toDto(task, person, names, todayAt.get(task.centreId)!)] : [];
    });
  }

  private async daysAt(centreIds: readonly string[]): Promise<ReadonlyMap<string, Day>> {
    const days = new Map<string, Day>();
    for (const centreId of new Set(centreIds)) {
      days.set(centreId, await this.centres.todayAt(centreId));
    }
    return days;
  }
}

const toDto = (task: Task, person: PersonSummary, names: ReadonlyMap<string, string>, today: Day): TaskDto => ({
  id: task.id,
  person: toCasePerson(person),
  caseId: task.caseId,
  kind: task.kind,
  title: task.title,
  detail: task.detail,
  sourceId: task.sourceId,
  dueOn: task.dueOn,
  overdue: isTaskOverdue(task, today),
  assigneeId: task.assigneeId,
  assigneeName: (task.assigneeId && names.get(task.assigneeId)) ?? null,
  state: task.state,
  cancelReason: task.cancelReason,
  version: task.version,
});
