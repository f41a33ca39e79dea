import { Injectable } from '@nestjs/common';
import { Hears, type Handler } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { EnrolmentEnded } from '@sampan/training';
import { signalsOfEndedEnrolment } from '../signals/signals-of-events.rules';
import { SignalsService } from '../signals/signals.service';

/** Training that breaks off takes away what protects. */
@Hears(EnrolmentEnded)
@Injectable()
export class SignalWhenEnrolmentEnded implements Handler<EnrolmentEnded> {
  constructor(
    private readonly signals: SignalsService,
    private readonly centres: Centres,
  ) {}

  async handle(news: EnrolmentEnded): Promise<void> {
    await this.signals.record(news, signalsOfEndedEnrolment(news, await this.centres.todayAt(news.centreId)));
  }
}
