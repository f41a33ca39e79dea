import type { DomainEvent } from '@sampan/kernel';
import type { Tier } from '../score-cards/tier.rules';
import type { FlagState } from './flag.rules';
import type { OfferOfHelp } from './offers-of-help.rules';

/** Somebody should look. Also when a deferred flag comes back: the same flag, so listeners must know it by its id. */
export class RiskFlagRaised implements DomainEvent {
  static readonly eventName = 'risk.flag-raised';

  constructor(
    readonly flagId: string,
    readonly personId: string,
    readonly centreId: string,
    readonly tier: Tier,
    /** The last day on which an answer is in time. */
    readonly respondBy: string,
  ) {}
}

/** A person decided that help is to be offered. */
export class RiskFlagAccepted implements DomainEvent {
  static readonly eventName = 'risk.flag-accepted';

  constructor(
    readonly flagId: string,
    readonly personId: string,
    readonly centreId: string,
    readonly reviewerId: string,
    readonly offerOfHelp: OfferOfHelp,
  ) {}
}

/** Somebody answered: accepted, dismissed, deferred or closed. Nobody needs to be asked to look at it any more. */
export class RiskFlagDecided implements DomainEvent {
  static readonly eventName = 'risk.flag-decided';

  constructor(
    readonly flagId: string,
    readonly personId: string,
    readonly centreId: string,
    readonly state: FlagState,
  ) {}
}
