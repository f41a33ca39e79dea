import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  Cipher,
  Clock,
  Events,
  newId,
  notFound,
  UnitOfWork,
  whyNotMove,
  type Viewer,
} from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People, Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { tierOfOwnLevel } from '../screenings/screening.rules';
import { ScoresRepository } from '../scores/scores.repository';
import { ScreeningsRepository } from '../screenings/screenings.repository';
import type { Flag } from './flag.entity';
import { RiskFlagAccepted, RiskFlagDecided } from './flag.events';
import {
  alarmKeys,
  FLAG_TRANSITIONS,
  isUndecided,
  stateAfter,
  whyNotReview,
  type ClosingOutcome,
  type Review,
} from './flag.rules';
import { FlagsRepository } from './flags.repository';
import type { OfferOfHelp } from './offers-of-help.rules';

export interface FlagReviewRequest extends Review {
  /** The version of the flag that the reviewer has read. */
  readonly version: number;
  readonly offerOfHelp: OfferOfHelp | null;
}

/** A person decides on a flag, with a reason that can be read later. */
@Injectable()
export class FlagDecisions {
  constructor(
    private readonly flags: FlagsRepository,
    private readonly scores: ScoresRepository,
    private readonly screenings: ScreeningsRepository,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly cipher: Cipher,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  review(viewer: Viewer, flagId: string, review: FlagReviewRequest): Promise<void> {
    return this.unitOfWork.run(async () => {
      const flag = await this.getForDecision(viewer, flagId);
      const toState = stateAfter(review.action);
      assertVersion(flag, review.version, { state: toState });
      const refusal =
        whyNotMove(FLAG_TRANSITIONS, flag.state, toState) ??
        whyNotReview(review, await this.centres.todayAt(flag.centreId));
      if (refusal) {
        throw refusal;
      }
      await this.decide(viewer, flag, review);
      if (toState === 'accepted' && review.offerOfHelp) {
        await this.events.announce(
          new RiskFlagAccepted(flag.id, flag.personId, flag.centreId, viewer.userId, review.offerOfHelp),
        );
      }
    });
  }

  /** Without a basis nobody goes on judging; help that is under way goes on, it needs none. */
  async closeUndecided(
    viewer: Viewer,
    person: { readonly personId: string; readonly centreId: string },
    outcome: ClosingOutcome,
  ): Promise<void> {
    await this.scores.lockStanding(person.personId, person.centreId);
    const flag = await this.flags.findOpenOf(person.personId);
    if (flag && isUndecided(flag.state)) {
      await this.decide(viewer, flag, { action: 'close', reason: null, offerOfHelp: null, deferUntil: null, outcome });
    }
  }

  /** Read again under the lock of the person's standing, so that a decision is never on facts that have just changed. */
  private async getForDecision(viewer: Viewer, flagId: string): Promise<Flag> {
    const seen = await this.flags.find(viewer, flagId);
    if (seen) {
      await this.scores.lockStanding(seen.personId, seen.centreId);
    }
    const flag = seen && (await this.flags.find(viewer, flagId));
    if (!flag) {
      throw notFound('FLAG_NOT_FOUND', 'The flag');
    }
    return flag;
  }

  private async decide(viewer: Viewer, flag: Flag, review: Omit<FlagReviewRequest, 'version'>): Promise<void> {
    const { action, reason, offerOfHelp, deferUntil, outcome } = review;
    const [now, toState] = [this.clock.now(), stateAfter(action)];
    await this.flags.save({
      ...flag,
      state: toState,
      deferredUntil: deferUntil,
      respondBy: deferUntil ?? flag.respondBy,
      offerOfHelp: offerOfHelp ?? flag.offerOfHelp,
      outcome: outcome ?? flag.outcome,
      sinceScoreId: flag.scoreId,
      decidedAt: isUndecided(toState) ? flag.decidedAt : (flag.decidedAt ?? now),
    });
    const { id: flagId, personId, centreId, scoreId, tier } = flag;
    const reviewId = newId();
    await this.flags.addReview({
      id: reviewId,
      flagId,
      personId,
      centreId,
      action,
      fromState: flag.state,
      toState,
      reason: reason ? this.cipher.encrypt(reason) : null,
      offerOfHelp,
      outcome,
      deferredUntil: deferUntil,
      scoreId,
      reviewerId: viewer.userId,
      reviewedAt: now,
    });
    if (action !== 'start') {
      await this.scores.changeStanding(personId, { weighed: await this.alarmsOf(flag) });
      const data = {
        flagId,
        tier,
        ...(offerOfHelp ? { offerOfHelp } : {}),
        ...(outcome ? { outcome } : {}),
        ...(deferUntil ? { deferredUntil: deferUntil } : {}),
      };
      await this.timeline.append({
        personId,
        centreId,
        at: now,
        kind: `risk.flag-${toState}`,
        fact: 'fact.protection',
        data,
        sourceType: 'flag-review',
        sourceId: reviewId,
      });
      await this.events.announce(new RiskFlagDecided(flagId, personId, centreId, toState));
    }
    await this.audit.record(viewer, {
      action: `flag.${toState}`,
      subjectType: 'flag',
      subjectId: flagId,
      personId,
      centreId,
      details: { tier, from: flag.state, offerOfHelp, outcome },
    });
  }

  private async alarmsOf({ personId, scoreId }: Flag): Promise<readonly string[]> {
    const { facts } = await this.scores.get(scoreId);
    const latest = (await this.screenings.listOfPerson(await this.people.recordsOf(personId))).at(-1);
    return alarmKeys(facts, latest && tierOfOwnLevel(latest.ownLevel) !== null ? `own-level:${latest.id}` : null);
  }
}
