import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { CasesRepository } from '../cases/cases.repository';
import type { TaskKind } from '../tasks/task.rules';
import { TasksRepository } from '../tasks/tasks.repository';
import { TaskWriter } from '../tasks/task-writer';
import { Responsible } from '../workers/responsible';
import { newsViewer } from './news-viewer';

export interface NewsTask {
  readonly kind: TaskKind;
  /** The record of the other room that asks for somebody's attention. */
  readonly sourceId: string;
  readonly personId: string;
  readonly centreId: string;
  /** What the task is weighed by: a tier, a severity, a count. */
  readonly detail: string;
  readonly dueOn: Day;
}

/** A task from the news: for the owner of the open case, else for a worker who serves the person, else for the supervisor. */
@Injectable()
export class NewsTasks {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly writer: TaskWriter,
    private readonly cases: CasesRepository,
    private readonly responsible: Responsible,
    private readonly centres: Centres,
  ) {}

  /** The day at the person's centre, so many days from now. */
  async dayIn(days: number, centreId: string): Promise<Day> {
    return addDays(await this.centres.todayAt(centreId), days);
  }

  /** While the source's task is open, hearing of it again changes nothing; after that it is a new task. */
  async ask({ kind, sourceId, personId, centreId, detail, dueOn }: NewsTask): Promise<void> {
    if (await this.tasks.findOpenOfSource(kind, sourceId)) {
      return;
    }
    const file = await this.cases.findOpenOf(await this.centres.organisationOf(centreId), personId);
    await this.writer.write(newsViewer(centreId), {
      personId,
      centreId,
      caseId: file?.id ?? null,
      kind,
      detail,
      dueOn,
      assigneeId: file?.ownerId ?? (await this.responsible.of(personId, centreId)),
      sourceId,
    });
  }
}
