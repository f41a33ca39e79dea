import { Injectable } from '@nestjs/common';
import { type Handler, Hears } from '@sampan/kernel';
import { LabourConcernReported } from '@sampan/placement';
import { daysToAnswerConcern } from '../tasks/task.rules';
import { NewsTasks } from './news-tasks';

/** Something is wrong at work: somebody is to talk with the person. Who reported it is not passed on. */
@Hears(LabourConcernReported)
@Injectable()
export class WhenLabourConcernReported implements Handler<LabourConcernReported> {
  constructor(private readonly tasks: NewsTasks) {}

  async handle({ concernId, personId, centreId, severity }: LabourConcernReported): Promise<void> {
    await this.tasks.ask({
      kind: 'labour-concern',
      sourceId: concernId,
      personId,
      centreId,
      detail: severity,
      dueOn: await this.tasks.dayIn(daysToAnswerConcern(severity), centreId),
    });
  }
}
