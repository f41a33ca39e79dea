import { Injectable } from '@nestjs/common';
import { Hears, type Handler } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { PlacementEnded } from '@sampan/placement';
import { signalsOfEndedPlacement } from '../signals/signals-of-events.rules';
import { SignalsService } from '../signals/signals.service';

/** Work that is lost takes away what protects. */
@Hears(PlacementEnded)
@Injectable()
export class SignalWhenPlacementEnded implements Handler<PlacementEnded> {
  constructor(
    private readonly signals: SignalsService,
    private readonly centres: Centres,
  ) {}

  async handle(news: PlacementEnded): Promise<void> {
    await this.signals.record(news, signalsOfEndedPlacement(news, await this.centres.todayAt(news.centreId)));
  }
}
