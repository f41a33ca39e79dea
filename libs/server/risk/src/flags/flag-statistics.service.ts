import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { addDays, Clock, dayIn, type Viewer } from '@sampan/kernel';
import type { FlagStatisticsDto } from './flag-statistics.dto';
import { FlagStatisticsRepository } from './flag-statistics.repository';
import { decisionsByWorker } from './flag-statistics.rules';

const DAYS = 90;

/** What a supervisor sees of decisions on flags: who accepted, dismissed, and judged differently from the card. */
@Injectable()
export class FlagStatistics {
  constructor(
    private readonly statistics: FlagStatisticsRepository,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  async get(viewer: Viewer): Promise<FlagStatisticsDto> {
    const since = addDays(dayIn(this.clock.now(), 'UTC'), -DAYS);
    const workers = decisionsByWorker(
      await this.statistics.countReviews(viewer, since),
      await this.statistics.countLevels(viewer, since),
    );
    return {
      since,
      workers: await Promise.all(
        workers.map(async (worker) => ({ ...worker, workerName: await this.users.nameOf(worker.workerId) })),
      ),
    };
  }
}
