import { Injectable } from '@nestjs/common';
import { type Handler, Hears } from '@sampan/kernel';
import { Flags, RiskFlagRaised } from '@sampan/risk';
import { NewsTasks } from './news-tasks';
import { newsViewer } from './news-viewer';

/** A flag asks a person to look at it, by its own clock. A deferred flag that comes back asks again. */
@Hears(RiskFlagRaised)
@Injectable()
export class WhenRiskFlagRaised implements Handler<RiskFlagRaised> {
  constructor(
    private readonly flags: Flags,
    private readonly tasks: NewsTasks,
  ) {}

  async handle({ flagId, personId, centreId }: RiskFlagRaised): Promise<void> {
    const waiting = await this.flags.openFor(newsViewer(centreId), [personId]);
    const flag = waiting.find((candidate) => candidate.flagId === flagId);
    // News may be late: somebody has decided already, and nobody needs to be asked.
    if (flag) {
      const { tier, respondBy } = flag;
      await this.tasks.ask({
        kind: 'review-flag',
        sourceId: flagId,
        personId,
        centreId,
        detail: tier,
        dueOn: respondBy,
      });
    }
  }
}
