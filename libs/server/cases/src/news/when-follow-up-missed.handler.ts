import { Injectable } from '@nestjs/common';
import { type Handler, Hears } from '@sampan/kernel';
import { FollowUpMissed } from '@sampan/placement';
import { daysToAnswerMissedFollowUp } from '../tasks/task.rules';
import { NewsTasks } from './news-tasks';

/** Nobody could reach somebody at work; the second time in a row it is an alert. */
@Hears(FollowUpMissed)
@Injectable()
export class WhenFollowUpMissed implements Handler<FollowUpMissed> {
  constructor(private readonly tasks: NewsTasks) {}

  async handle({ followUpId, personId, centreId, missedInARow }: FollowUpMissed): Promise<void> {
    await this.tasks.ask({
      kind: 'follow-up-missed',
      sourceId: followUpId,
      personId,
      centreId,
      detail: String(missedInARow),
      dueOn: await this.tasks.dayIn(daysToAnswerMissedFollowUp(missedInARow), centreId),
    });
  }
}
