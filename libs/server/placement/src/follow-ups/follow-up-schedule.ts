import { Injectable } from '@nestjs/common';
import { newId } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import type { Placement } from '../placements/placement.entity';
import { isCrossBorder } from '../placements/placement.rules';
import { checksFor, checksStillPossible, stateByCalendar } from './follow-up.rules';
import { FollowUpsRepository } from './follow-ups.repository';

/** Plans the checks on somebody who has begun to work. */
@Injectable()
export class FollowUpSchedule {
  constructor(
    private readonly followUps: FollowUpsRepository,
    private readonly centres: Centres,
  ) {}

  async plan({ id, personId, centreId, homeCountry, country, startedOn }: Omit<Placement, 'startedOn'> & { startedOn: string }): Promise<void> {
    const today = await this.centres.todayAt(centreId);
    const checks = checksStillPossible(checksFor(startedOn, isCrossBorder(homeCountry, country)), today);
    if (checks.length === 0) {
      return;
    }
    await this.followUps.add(
      checks.map((check) => ({
        ...check, id: newId(), placementId: id, personId, centreId, state: stateByCalendar('scheduled', check, today),
        attemptedOn: null, reachedOn: null, missedOn: null, version: 1,
      })),
    );
  }

  /** Nobody set out, so nobody is called. */
  drop(placementId: string): Promise<void> {
    return this.followUps.stopAllAt(placementId);
  }
}
