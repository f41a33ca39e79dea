import type { DomainEvent } from '@sampan/kernel';
import type { EndReason } from './placement.rules';

/** Somebody is in a job, sent by the centre or found otherwise. */
export class PlacementStarted implements DomainEvent {
  static readonly eventName = 'placement.placement-started';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly placementId: string,
    readonly startedOn: string,
    readonly crossBorder: boolean,
  ) {}
}

export class PlacementEnded implements DomainEvent {
  static readonly eventName = 'placement.placement-ended';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly placementId: string,
    readonly reason: EndReason,
  ) {}
}
