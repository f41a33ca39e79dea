import type { DomainEvent } from '@sampan/kernel';

/** The window of a check has passed and nobody spoke with the person. */
export class FollowUpMissed implements DomainEvent {
  static readonly eventName = 'placement.follow-up-missed';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly placementId: string,
    readonly followUpId: string,
    readonly missedInARow: number,
    /** Two missed after three attempts on two channels: not missing data. */
    readonly protectionAlert: boolean,
  ) {}
}
