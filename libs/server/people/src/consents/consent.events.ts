import type { DomainEvent } from '@sampan/kernel';
import type { ConsentPurpose } from './consent.rules';

/** Whoever works on this purpose stops, or finds another basis. */
export class ConsentWithdrawn implements DomainEvent {
  static readonly eventName = 'people.consent-withdrawn';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly purpose: ConsentPurpose,
  ) {}
}
