import { Injectable } from '@nestjs/common';
import { Hears, type Handler } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { FollowUpMissed } from '@sampan/placement';
import { signalsOfMissedFollowUp } from '../signals/signals-of-events.rules';
import { SignalsService } from '../signals/signals.service';

/** Somebody who cannot be reached may not be free to answer. */
@Hears(FollowUpMissed)
@Injectable()
export class SignalWhenFollowUpMissed implements Handler<FollowUpMissed> {
  constructor(
    private readonly signals: SignalsService,
    private readonly centres: Centres,
  ) {}

  async handle(news: FollowUpMissed): Promise<void> {
    await this.signals.record(news, signalsOfMissedFollowUp(news, await this.centres.todayAt(news.centreId)));
  }
}
