import { Injectable } from '@nestjs/common';
import { type Handler, Hears } from '@sampan/kernel';
import { RiskFlagDecided } from '@sampan/risk';
import { TasksRepository } from '../tasks/tasks.repository';
import { TaskWriter } from '../tasks/task-writer';
import { newsViewer } from './news-viewer';

/** The flag has its answer: the task to look at it is done, whatever the answer was. A deferred flag comes back as news. */
@Hears(RiskFlagDecided)
@Injectable()
export class WhenRiskFlagDecided implements Handler<RiskFlagDecided> {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly writer: TaskWriter,
  ) {}

  async handle({ flagId, centreId }: RiskFlagDecided): Promise<void> {
    const review = await this.tasks.findOpenOfSource('review-flag', flagId);
    if (review) {
      await this.writer.end(newsViewer(centreId), review, 'done');
    }
  }
}
