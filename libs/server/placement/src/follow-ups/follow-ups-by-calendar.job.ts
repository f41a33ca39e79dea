import { Injectable } from '@nestjs/common';
import { Clock, Events, UnitOfWork } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Timeline } from '@sampan/people';
import { RunsJob, type RunnableJob, type RunningJob } from '@sampan/platform';
import type { FollowUp } from './follow-up.entity';
import { FollowUpMissed } from './follow-up.events';
import { isMissed, isProtectionAlert, missedInARow, stateByCalendar, triedEnough } from './follow-up.rules';
import { FollowUpsRepository } from './follow-ups.repository';

const AT_ONCE = 200;

export interface ByCalendarResult extends Record<string, unknown> {
  readonly changed: number;
  readonly missed: number;
}

/**
 * Every night (ten past three in Bangkok and Phnom Penh): checks become due, overdue and missed. A missed check is told once:
 * the day of the telling is written in the same transaction.
 */
@Injectable()
@RunsJob({ kind: 'placement.follow-ups-by-calendar', cron: '10 20 * * *' })
export class FollowUpsByCalendar implements RunnableJob {
  constructor(
    private readonly followUps: FollowUpsRepository,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly events: Events,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(job: Pick<RunningJob, 'signal' | 'progress'>): Promise<ByCalendarResult> {
    const centreIds = await this.centres.allIds();
    let [changed, missed] = [0, 0];
    for (const [done, centreId] of centreIds.entries()) {
      const today = await this.centres.todayAt(centreId);
      for (let more = true; more && !job.signal.aborted; ) {
        const step = await this.unitOfWork.run(() => this.step(centreId, today));
        changed += step.changed;
        missed += step.missed;
        more = step.changed === AT_ONCE;
      }
      await job.progress(done + 1, centreIds.length);
    }
    return { changed, missed };
  }

  private async step(centreId: string, today: string): Promise<ByCalendarResult> {
    const open = await this.followUps.openAt(centreId, today, AT_ONCE);
    let missed = 0;
    for (const followUp of open) {
      const state = stateByCalendar(followUp.state, followUp, today);
      if (isMissed(state, followUp.windowTo, today) && followUp.missedOn === null) {
        await this.miss({ ...followUp, state }, today);
        missed += 1;
      } else {
        await this.followUps.change(followUp.id, { state });
      }
    }
    return { changed: open.length, missed };
  }

  private async miss(followUp: FollowUp, today: string): Promise<void> {
    const past = (await this.followUps.ofPlacement(followUp.placementId)).filter(({ checkDay, state }) => checkDay <= followUp.checkDay && state !== 'stopped');
    const inARow = missedInARow(past.map(({ state }) => state !== 'reached'));
    const channels = await this.followUps.channelsOf(past.slice(-inARow).map(({ id }) => id));
    const alert = isProtectionAlert(inARow, triedEnough(channels));
    await this.followUps.change(followUp.id, { missedOn: today, state: alert ? 'escalated' : followUp.state });
    const { id, personId, centreId, placementId, checkDay } = followUp;
    await this.timeline.append({
      personId, centreId, at: this.clock.now(), kind: 'placement.follow-up-missed', fact: 'fact.placement', data: { checkDay }, sourceType: 'follow-up', sourceId: id,
    });
    await this.events.announce(new FollowUpMissed(personId, centreId, placementId, id, inARow, alert));
  }
}
