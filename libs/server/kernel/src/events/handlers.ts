import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { DomainEvent } from './domain-event';
import { HEARD_EVENT, type Handler } from './hears';

export interface KnownHandler {
  readonly eventName: string;
  /** `training.session-missed/WhenSessionMissed`: one queue per event and handler, so that one failing does not hold up another. */
  readonly queue: string;
  readonly handler: Handler<DomainEvent>;
}

/** Who listens to what, as the rooms' providers declare it with `@Hears`. */
@Injectable()
export class Handlers {
  private known: readonly KnownHandler[] | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  all(): readonly KnownHandler[] {
    this.known ??= this.discovery.getProviders().flatMap(({ instance, metatype }) => {
      const eventName = metatype ? (Reflect.getMetadata(HEARD_EVENT, metatype) as string | undefined) : undefined;
      return eventName && metatype && instance
        ? [{ eventName, queue: `${eventName}/${metatype.name}`, handler: instance as Handler<DomainEvent> }]
        : [];
    });
    return this.known;
  }

  of(eventName: string): readonly KnownHandler[] {
    return this.all().filter((known) => known.eventName === eventName);
  }
}
