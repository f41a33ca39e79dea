import type { DomainEvent } from '@sampan/kernel';
import type { IloIndicator } from './ilo-indicators.rules';
import type { ConcernSeverity } from './labour-concern.rules';

/** Something is wrong at somebody's work. Codes only: neither the words nor who said them leave the room. */
export class LabourConcernReported implements DomainEvent {
  static readonly eventName = 'placement.labour-concern-reported';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly concernId: string,
    readonly severity: ConcernSeverity,
    readonly indicators: readonly IloIndicator[],
    /** Codes of what was wrong without being an indicator: `no-contract`, `wage-below-promise`, … */
    readonly worries: readonly string[],
  ) {}
}
