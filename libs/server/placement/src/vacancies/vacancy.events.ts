import type { DomainEvent } from '@sampan/kernel';
import type { ComputedItem, OfferItem } from './offer-screen.rules';

/** An offer did not pass the screen: about the recruiter's side only, nobody's person is in it. */
export class OfferReported implements DomainEvent {
  static readonly eventName = 'placement.offer-reported';

  constructor(
    readonly centreId: string,
    readonly vacancyId: string,
    readonly employerId: string,
    readonly signs: readonly (OfferItem | ComputedItem)[],
  ) {}
}
