import { Injectable } from '@nestjs/common';
import { addDays, Clock, newId, type Day, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Consents, People } from '@sampan/people';
import { FlagRaising } from '../flags/flag-raising.service';
import { scoreOf, type RatedItem } from '../score-cards/score-card.rules';
import { rulebookFor } from '../score-cards/score-cards.catalogue';
import type { BandCode } from '../score-cards/tier.rules';
import type { Screening } from '../screenings/screening.entity';
import { ScreeningsRepository } from '../screenings/screenings.repository';
import { SignalsRepository, type PersonOfCentre } from '../signals/signals.repository';
import type { RiskScore } from './risk-score.entity';
import { ScoresRepository } from './scores.repository';

/** A worker's own level speaks for as long as most of what it was based on. */
const OWN_LEVEL_VALID_DAYS = 180;

interface OwnLevel {
  readonly key: string;
  readonly level: BandCode;
}

/** Adds up what is known about a person now, and lets a flag follow from it. Call inside a unit of work. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly screenings: ScreeningsRepository,
    private readonly signals: SignalsRepository,
    private readonly scores: ScoresRepository,
    private readonly raising: FlagRaising,
    private readonly consents: Consents,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly clock: Clock,
  ) {}

  /** Scores nobody without a basis for it: the facts wait, and count when there is one. */
  async evaluate(viewer: Viewer, person: PersonOfCentre): Promise<void> {
    if (await this.consents.has(person.personId, 'risk-screening')) {
      await this.weigh(viewer, person, null);
    }
  }

  /** After a screening, whose basis was asked for when it was recorded; its score is kept, whether it differs from the last or not. */
  async evaluateScreening(viewer: Viewer, person: PersonOfCentre, scoreId: string): Promise<void> {
    await this.weigh(viewer, person, scoreId);
  }

  private async weigh(viewer: Viewer, { personId, centreId }: PersonOfCentre, scoreId: string | null): Promise<void> {
    const person = (await this.people.summaries(viewer, [personId])).get(personId);
    if (!person) {
      return;
    }
    const today = await this.centres.todayAt(centreId);
    const standing = await this.scores.lockStanding(personId, centreId);
    const records = await this.people.recordsOf(personId);
    const screenings = await this.screenings.listOfPerson(records);
    const former = standing.scoreId === null ? null : await this.scores.get(standing.scoreId);
    const fresh = await this.score({ personId, centreId, records }, screenings, today, scoreId ?? newId());
    const score = scoreId === null && former && saysTheSame(former, fresh) ? former : fresh;
    if (score === fresh) {
      await this.scores.add(fresh);
      await this.scores.changeStanding(personId, { scoreId: fresh.id });
    }
    await this.raising.follow(viewer, {
      person: { personId, centreId, treatAsMinor: person.treatAsMinor },
      score,
      ownLevel: ownLevelOf(screenings.at(-1), today),
      weighed: standing.weighed,
      today,
    });
  }

  private async score(
    { records, ...person }: PersonOfCentre & { readonly records: readonly string[] },
    screenings: readonly Screening[],
    today: Day,
    scoreId: string,
  ): Promise<RiskScore> {
    const instrumentId = screenings.at(-1)?.instrumentId;
    const rulebook = rulebookFor(instrumentId);
    // What another version asked is other words: it does not answer this version's items.
    const ratings: RatedItem[] = screenings
      .filter((screening) => screening.instrumentId === instrumentId)
      .flatMap((screening) => screening.ratings);
    const { cardId, points, low, high, band, lowBand, highBand, tier, facts, unknown } = scoreOf(
      rulebook,
      { ratings, signals: await this.signals.listOfPerson(records) },
      today,
    );
    return {
      id: scoreId,
      ...person,
      cardId,
      points,
      low,
      high,
      band,
      lowBand,
      highBand,
      tier,
      facts,
      unknown: unknown.map(({ code }) => code),
      scoredAt: this.clock.now(),
      scoredOn: today,
    };
  }
}

const saysTheSame = (one: RiskScore, other: RiskScore): boolean => spoken(one) === spoken(other);

const spoken = ({ cardId, points, low, high, tier, facts, unknown }: RiskScore): string =>
  JSON.stringify([cardId, points, low, high, tier, facts.map(({ key, on }) => [key, on]), unknown]);

const ownLevelOf = (latest: Screening | undefined, today: Day): OwnLevel | null =>
  latest?.ownLevel && today < addDays(latest.screenedOn, OWN_LEVEL_VALID_DAYS)
    ? { key: `own-level:${latest.id}`, level: latest.ownLevel }
    : null;
