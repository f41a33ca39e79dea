import { Injectable } from '@nestjs/common';
import { Hears, systemViewer, type Handler } from '@sampan/kernel';
import { PersonMergeUndone } from '@sampan/people';
import { EvaluationsService } from '../scores/evaluations.service';

/** Two people again: each is weighed by what is known of them alone. */
@Hears(PersonMergeUndone)
@Injectable()
export class FlagsWhenPersonMergeUndone implements Handler<PersonMergeUndone> {
  constructor(private readonly evaluations: EvaluationsService) {}

  async handle({ personId, mergedIntoId, centreId }: PersonMergeUndone): Promise<void> {
    const viewer = systemViewer('risk merge', [centreId]);
    await this.evaluations.evaluate(viewer, { personId, centreId });
    await this.evaluations.evaluate(viewer, { personId: mergedIntoId, centreId });
  }
}
