import { Injectable } from '@nestjs/common';
import { Clock } from '../time/clock';
import { newId } from '../ids/ids';
import type { DomainEvent, EventClass } from './domain-event';
import { Handlers } from './handlers';
import { Queue } from './queue';

/** What travels in the queue. */
export interface Letter {
  readonly eventId: string;
  readonly announcedAt: string;
  readonly event: DomainEvent;
}

/** Writes the news in the same transaction as the facts; the worker delivers it afterwards, at least once. */
@Injectable()
export class Events {
  constructor(
    private readonly queue: Queue,
    private readonly handlers: Handlers,
    private readonly clock: Clock,
  ) {}

  async announce(event: DomainEvent): Promise<void> {
    const { eventName } = event.constructor as EventClass;
    const letter: Letter = { eventId: newId(), announcedAt: this.clock.now().toISOString(), event };
    for (const { queue } of this.handlers.of(eventName)) {
      await this.queue.send(queue, letter);
    }
  }
}
