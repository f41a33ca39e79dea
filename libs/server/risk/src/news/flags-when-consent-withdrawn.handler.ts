import { Injectable } from '@nestjs/common';
import { Hears, systemViewer, type Handler } from '@sampan/kernel';
import { Consents, ConsentWithdrawn } from '@sampan/people';
import { FlagDecisions } from '../flags/flag-decisions.service';

/** Whoever does not want to be screened is not judged any further. Help that was accepted goes on. */
@Hears(ConsentWithdrawn)
@Injectable()
export class FlagsWhenConsentWithdrawn implements Handler<ConsentWithdrawn> {
  constructor(
    private readonly decisions: FlagDecisions,
    private readonly consents: Consents,
  ) {}

  async handle({ personId, centreId, purpose }: ConsentWithdrawn): Promise<void> {
    // Asked again: consent may have been given anew while the news was on its way.
    if (purpose === 'risk-screening' && !(await this.consents.has(personId, 'risk-screening'))) {
      await this.decisions.closeUndecided(
        systemViewer('risk consent', [centreId]),
        { personId, centreId },
        'consent-withdrawn',
      );
    }
  }
}
