import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { Clock, Events, newId, type Day, type Viewer } from '@sampan/kernel';
import { Caseload, Timeline } from '@sampan/people';
import { Audit, Notifications } from '@sampan/platform';
import { highestTier, isHigher, type BandCode, type Tier } from '../score-cards/tier.rules';
import type { RiskScore } from '../scores/risk-score.entity';
import { ScoresRepository } from '../scores/scores.repository';
import { tierOfOwnLevel } from '../screenings/screening.rules';
import type { Flag } from './flag.entity';
import { RiskFlagRaised } from './flag.events';
import { alarmKeys, earlierOf, nextStep, respondBy, stillWeighed, type NextStep } from './flag.rules';
import { FlagsRepository } from './flags.repository';

export interface Evaluated {
  readonly person: { readonly personId: string; readonly centreId: string; readonly treatAsMinor: boolean };
  readonly score: RiskScore;
  readonly ownLevel: { readonly key: string; readonly level: BandCode } | null;
  readonly weighed: readonly string[];
  readonly today: Day;
}

/** Raises a flag when facts ask for it that nobody has weighed yet, and keeps an open one up to date. */
@Injectable()
export class FlagRaising {
  constructor(
    private readonly flags: FlagsRepository,
    private readonly scores: ScoresRepository,
    private readonly caseload: Caseload,
    private readonly users: Users,
    private readonly timeline: Timeline,
    private readonly notifications: Notifications,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async follow(viewer: Viewer, evaluated: Evaluated): Promise<void> {
    const { person, score, ownLevel } = evaluated;
    const own = tierOfOwnLevel(ownLevel?.level ?? null);
    const tier = highestTier([score.tier, own]);
    const alarms = alarmKeys(score.facts, own === null || ownLevel === null ? null : ownLevel.key);
    const weighed = stillWeighed(evaluated.weighed, alarms);
    if (weighed.length < evaluated.weighed.length) {
      await this.scores.changeStanding(person.personId, { weighed });
    }
    const open = await this.flags.findOpenOf(person.personId);
    const steps: Record<NextStep, () => Promise<void>> = {
      nothing: async () => undefined,
      raise: () => this.raise(viewer, evaluated, tier),
      'raise-again': () => this.raiseAgain(viewer, evaluated, tier, open),
      refresh: () => this.refresh(viewer, evaluated, tier, open),
    };
    await steps[nextStep({ tier, alarms, weighed, open })]();
  }

  /** On the day that a deferral ends: the clock starts again, as nobody has decided yet. */
  async endDeferral(viewer: Viewer, flag: Flag, today: Day, treatAsMinor: boolean): Promise<void> {
    await this.putBack(viewer, {
      ...flag,
      state: 'raised',
      deferredUntil: null,
      respondBy: respondBy(flag.tier, today, treatAsMinor),
    });
  }

  private async raise(
    viewer: Viewer,
    { person: { personId, centreId, treatAsMinor }, score, ownLevel, today }: Evaluated,
    tier: Tier | null,
  ): Promise<void> {
    if (tier === null) {
      return;
    }
    const flag = {
      id: newId(),
      personId,
      centreId,
      state: 'raised' as const,
      tier,
      scoreId: score.id,
      sinceScoreId: score.id,
      ownLevel: ownLevel?.level ?? null,
      raisedAt: this.clock.now(),
      respondBy: respondBy(tier, today, treatAsMinor),
      deferredUntil: null,
      offerOfHelp: null,
      outcome: null,
      decidedAt: null,
    };
    await this.flags.add(flag);
    await this.tell(viewer, flag, 'raised');
  }

  private async raiseAgain(
    viewer: Viewer,
    { person, score, ownLevel, today }: Evaluated,
    tier: Tier | null,
    flag: Flag | null,
  ): Promise<void> {
    if (flag && tier !== null) {
      await this.putBack(viewer, {
        ...flag,
        state: 'raised',
        tier,
        scoreId: score.id,
        ownLevel: ownLevel?.level ?? null,
        deferredUntil: null,
        respondBy: respondBy(tier, today, person.treatAsMinor),
      });
    }
  }

  private async putBack(viewer: Viewer, flag: Flag): Promise<void> {
    await this.flags.save(flag);
    await this.tell(viewer, flag, 'raised-again');
  }

  /** The reviewer decides on what is known now. A tier that falls stays as it was: to clear a flag is a person's decision. */
  private async refresh(
    viewer: Viewer,
    { person, score, ownLevel, today }: Evaluated,
    tier: Tier | null,
    flag: Flag | null,
  ): Promise<void> {
    if (!flag || (flag.scoreId === score.id && flag.ownLevel === (ownLevel?.level ?? null))) {
      return;
    }
    const rises = isHigher(tier, flag.tier);
    const asked = rises && tier !== null ? tier : flag.tier;
    const changed: Flag = {
      ...flag,
      tier: asked,
      scoreId: score.id,
      ownLevel: ownLevel?.level ?? null,
      respondBy: rises ? earlierOf(flag.respondBy, respondBy(asked, today, person.treatAsMinor)) : flag.respondBy,
    };
    await this.flags.save(changed);
    if (rises) {
      await this.tell(viewer, changed, 'graver');
    }
  }

  private async tell(
    viewer: Viewer,
    flag: Pick<Flag, 'id' | 'personId' | 'centreId' | 'tier' | 'respondBy'>,
    what: 'raised' | 'raised-again' | 'graver',
  ): Promise<void> {
    const { id, personId, centreId, tier, respondBy: day } = flag;
    await this.events.announce(new RiskFlagRaised(id, personId, centreId, tier, day));
    await this.audit.record(viewer, {
      action: `flag.${what}`,
      subjectType: 'flag',
      subjectId: id,
      personId,
      centreId,
      details: { tier },
    });
    if (what !== 'graver') {
      // A flag is raised once but may come back often; each return is a line of its own.
      const source =
        what === 'raised' ? { sourceType: 'flag', sourceId: id } : { sourceType: 'flag-return', sourceId: newId() };
      await this.timeline.append({
        personId,
        centreId,
        at: this.clock.now(),
        kind: `risk.flag-${what}`,
        fact: 'fact.protection',
        data: { tier, flagId: id },
        ...source,
      });
    }
    await this.notifications.notify(await this.whoseItIs(personId, centreId), {
      kind: 'flag.raised',
      subjectType: 'flag',
      subjectId: id,
    });
  }

  /** The person's own workers; a flag on somebody in no caseload is the centre supervisor's. */
  private async whoseItIs(personId: string, centreId: string): Promise<readonly string[]> {
    const reviewers = new Set(await this.users.whoMay('flag.review', centreId));
    const workers = (await this.caseload.workersOf(personId)).filter((id) => reviewers.has(id));
    return workers.length > 0 ? workers : this.users.whoMay('queue.read', centreId);
  }
}
