import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People } from '@sampan/people';
import { ScoresRepository } from '../scores/scores.repository';
import { FlagRaising } from './flag-raising.service';
import { FlagsRepository } from './flags.repository';

const BATCH = 100;

/** A flag that was put off comes back on its day, because nobody has decided it. */
@Injectable()
export class Deferrals {
  constructor(
    private readonly flags: FlagsRepository,
    private readonly raising: FlagRaising,
    private readonly scores: ScoresRepository,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Returns how many flags came back at this centre. */
  async end(viewer: Viewer, centreId: string, mayGoOn: () => boolean): Promise<number> {
    const today = await this.centres.todayAt(centreId);
    let flags = 0;
    const next = () => this.flags.listDeferredUntil(centreId, today, BATCH);
    for (let batch = await next(); batch.length > 0 && mayGoOn(); batch = await next()) {
      for (const { personId } of batch) {
        await this.unitOfWork.run(() => this.endOne(viewer, personId, centreId, today));
      }
      flags += batch.length;
    }
    return flags;
  }

  private async endOne(viewer: Viewer, personId: string, centreId: string, today: string): Promise<void> {
    await this.scores.lockStanding(personId, centreId);
    const flag = await this.flags.findOpenOf(personId);
    if (flag?.state === 'deferred' && flag.deferredUntil !== null && flag.deferredUntil <= today) {
      const person = (await this.people.summaries(viewer, [personId])).get(personId);
      // Somebody of whom nothing can be read has the stricter clock.
      await this.raising.endDeferral(viewer, flag, today, person?.treatAsMinor ?? true);
    }
  }
}
