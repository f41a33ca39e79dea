import { Injectable } from '@nestjs/common';
import { Hears, systemViewer, type Handler } from '@sampan/kernel';
import { PersonMerged } from '@sampan/people';
import { FlagDecisions } from '../flags/flag-decisions.service';
import { EvaluationsService } from '../scores/evaluations.service';

/** One person, one flag: what waits on the other record is closed, and what is known of both is weighed together. */
@Hears(PersonMerged)
@Injectable()
export class FlagsWhenPersonMerged implements Handler<PersonMerged> {
  constructor(
    private readonly decisions: FlagDecisions,
    private readonly evaluations: EvaluationsService,
  ) {}

  async handle({ personId, mergedIntoId, centreId }: PersonMerged): Promise<void> {
    const viewer = systemViewer('risk merge', [centreId]);
    await this.decisions.closeUndecided(viewer, { personId, centreId }, 'merged');
    await this.evaluations.evaluate(viewer, { personId: mergedIntoId, centreId });
  }
}
