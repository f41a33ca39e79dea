import { Injectable } from '@nestjs/common';
import { Hears, type Handler } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { LabourConcernReported } from '@sampan/placement';
import { signalsOfLabourConcern } from '../signals/signals-of-events.rules';
import { SignalsService } from '../signals/signals.service';

/** A concern about working conditions is a fact about exposure; who reported it stays with its handler. */
@Hears(LabourConcernReported)
@Injectable()
export class SignalWhenLabourConcernReported implements Handler<LabourConcernReported> {
  constructor(
    private readonly signals: SignalsService,
    private readonly centres: Centres,
  ) {}

  async handle(news: LabourConcernReported): Promise<void> {
    await this.signals.record(news, signalsOfLabourConcern(news, await this.centres.todayAt(news.centreId)));
  }
}
