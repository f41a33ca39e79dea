import { Injectable } from '@nestjs/common';
import { type Handler, Hears } from '@sampan/kernel';
import { RiskFlagRaised } from '@sampan/risk';
import { daysToAnswerFlag } from '../tasks/task.rules';
import { NewsTasks } from './news-tasks';

/** A flag asks a person to look at it. A deferred flag that comes back asks again. */
@Hears(RiskFlagRaised)
@Injectable()
export class WhenRiskFlagRaised implements Handler<RiskFlagRaised> {
  constructor(private readonly tasks: NewsTasks) {}

  handle({ flagId, personId, centreId, tier }: RiskFlagRaised): Promise<void> {
    return this.tasks.ask({
      kind: 'review-flag',
      sourceId: flagId,
      personId,
      centreId,
      detail: tier,
      daysToAnswer: daysToAnswerFlag(tier),
    });
  }
}
