import { SetMetadata } from '@nestjs/common';
import type { DomainEvent, EventClass } from './domain-event';

export const HEARD_EVENT = 'sampan:hears';

/** A provider that does something when it hears the news. Runs in a transaction that also records the delivery: one effect. */
export interface Handler<E extends DomainEvent> {
  handle(event: E, delivery: Delivery): Promise<void>;
}

export interface Delivery {
  readonly eventId: string;
  /** When the fact happened, which may be long before it is heard. */
  readonly announcedAt: Date;
}

/** Names the event that the class under it handles. One class, one event. */
export const Hears = <E extends DomainEvent>(event: EventClass<E>): ((target: new (...parts: never[]) => Handler<E>) => void) =>
  SetMetadata(HEARD_EVENT, event.eventName) as never;
