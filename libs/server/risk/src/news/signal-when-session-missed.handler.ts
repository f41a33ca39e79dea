import { Injectable } from '@nestjs/common';
import { Hears, type Handler } from '@sampan/kernel';

import { SessionMissed } from '@sampan/training';
import { signalsOfMissedSession } from '../signals/signals-of-events.rules';
import { SignalsService } from '../signals/signals.service';

/** Sessions missed in a row may be the first sign that somebody is leaving. */
@Hears(SessionMissed)
@Injectable()
export class SignalWhenSessionMissed implements Handler<SessionMissed> {
  constructor(private readonly signals: SignalsService) {}

  async handle(news: SessionMissed): Promise<void> {
    await this.signals.record(news, signalsOfMissedSession(news));
  }
}
