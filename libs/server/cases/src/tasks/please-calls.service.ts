import { Injectable } from '@nestjs/common';
import { assertVersion, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { People, showReference } from '@sampan/people';
import type { PleaseCallDto } from './please-call.dto';
import { whyNotMoveTask } from './task.rules';
import { TasksRepository } from './tasks.repository';
import { TaskWriter } from './task-writer';

const MOST = 200;

/** The one kind of task that everybody at the centre may see: who is asked to call, and nothing about why. */
@Injectable()
export class PleaseCalls {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly writer: TaskWriter,
    private readonly people: People,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(viewer: Viewer): Promise<PleaseCallDto[]> {
    const tasks = await this.tasks.listPleaseCalls(viewer, MOST);
    const people = await this.people.summaries(
      viewer,
      tasks.map(({ personId }) => personId),
    );
    return tasks.flatMap(({ id, personId, centreId, dueOn, version }) => {
      const person = people.get(personId);
      if (!person) {
        return [];
      }
      const { reference, fullName, latinName } = person;
      return [{ id, personId, reference: showReference(reference), fullName, latinName, centreId, dueOn, version }];
    });
  }

  passOn(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const task = await this.tasks.findPleaseCallForChange(viewer, id);
      if (!task) {
        throw notFound('TASK_NOT_FOUND', 'The task');
      }
      assertVersion(task, version, { state: 'done' });
      const refusal = whyNotMoveTask(task.state, 'done', null);
      if (refusal) {
        throw refusal;
      }
      await this.writer.end(viewer, task, 'done');
    });
  }
}
