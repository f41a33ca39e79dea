import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { can, Cipher, type Day, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Caseload, showReference, type PersonSummary } from '@sampan/people';
import type { FactClass } from '../instruments/instrument.rules';
import type { ScoreFact } from '../score-cards/score-card.rules';
import { rulebookOfCard } from '../score-cards/score-cards.catalogue';
import type { RiskScore } from '../scores/risk-score.entity';
import { toReason, toScoreDto } from '../scores/score-view';
import { whatWouldClear } from './clearing.rules';
import type {
  FlagChangesDto,
  FlagClearingDto,
  FlagDto,
  FlagReviewDto,
  FlagSummaryDto,
  OfferOfHelpDto,
} from './flag.dto';
import type { FlagReview } from './flag-review.entity';
import type { Flag } from './flag.entity';
import { FLAG_TRANSITIONS, isUndecided, REVIEW_ACTIONS, stateAfter } from './flag.rules';
import { HELP_TEXTS, OFFERS_OF_HELP, suggestedHelp, type OfferOfHelp } from './offers-of-help.rules';
import { changesBetween } from './visible-reasons.rules';

const REASONS_IN_A_LIST = 2;

export interface FlagFile {
  readonly flag: Flag;
  readonly person: PersonSummary;
  readonly score: RiskScore;
}

/** Puts a flag into words for one reader: why, what is not known, what changed, what would clear it, what to offer. */
@Injectable()
export class FlagPresenter {
  constructor(
    private readonly caseload: Caseload,
    private readonly users: Users,
    private readonly centres: Centres,
    private readonly cipher: Cipher,
  ) {}

  async summary(viewer: Viewer, { flag, person, score }: FlagFile): Promise<FlagSummaryDto> {
    const { reasons, hiddenReasons } = toScoreDto(viewer, score);
    const first = reasons.filter(({ direction }) => direction === 'risk').slice(0, REASONS_IN_A_LIST);
    const { id, reference, fullName, latinName, treatAsMinor } = person;
    return {
      id: flag.id,
      person: { id, reference: showReference(reference), fullName, latinName, treatAsMinor },
      state: flag.state,
      tier: flag.tier,
      raisedAt: flag.raisedAt.toISOString(),
      respondBy: flag.respondBy,
      overdue: isUndecided(flag.state) && flag.respondBy < (await this.centres.todayAt(flag.centreId)),
      unassigned: (await this.caseload.workersOf(flag.personId)).length === 0,
      reasons: first,
      moreReasons: reasons.length + hiddenReasons - first.length,
      version: flag.version,
    };
  }

  async whole(viewer: Viewer, file: FlagFile, since: RiskScore, reviews: readonly FlagReview[]): Promise<FlagDto> {
    const { flag, person, score } = file;
    // Suggested from what the reader sees: an offer must not give away a fact that is hidden.
    const seen = score.facts.filter(({ fact }) => can(viewer, fact));
    return {
      ...(await this.summary(viewer, file)),
      score: toScoreDto(viewer, score),
      ownLevel: flag.ownLevel,
      changes: changes(viewer, since, score),
      clearing: clearing(viewer, score),
      suggestedHelp: suggestedHelp(seen, person.treatAsMinor).map(inWords),
      possibleHelp: OFFERS_OF_HELP.map(inWords),
      possibleActions: REVIEW_ACTIONS.filter((action) => FLAG_TRANSITIONS[flag.state].includes(stateAfter(action))),
      reviews: await Promise.all(reviews.map((review) => this.review(review))),
    };
  }

  private async review({
    action,
    reviewedAt,
    reviewerId,
    reason,
    offerOfHelp,
    outcome,
    deferredUntil,
  }: FlagReview): Promise<FlagReviewDto> {
    return {
      action,
      at: reviewedAt.toISOString(),
      by: await this.users.nameOf(reviewerId),
      reason: reason === null ? null : this.cipher.decrypt(reason),
      offerOfHelp,
      outcome,
      deferredUntil,
    };
  }
}

const inWords = (code: OfferOfHelp): OfferOfHelpDto => ({ code, text: HELP_TEXTS[code] });

const maySee =
  (viewer: Viewer) =>
  ({ fact }: { readonly fact: FactClass }): boolean =>
    can(viewer, fact);

const named = (score: RiskScore, facts: readonly ScoreFact[]) =>
  facts.map((fact) => toReason(rulebookOfCard(score.cardId), fact));

const changes = (viewer: Viewer, since: RiskScore, score: RiskScore): FlagChangesDto => {
  const { added, gone } = changesBetween(since.facts, score.facts);
  const day: Day = since.scoredOn;
  return {
    since: day,
    added: named(score, score.facts.filter(({ key }) => added.includes(key)).filter(maySee(viewer))),
    gone: named(since, since.facts.filter(({ key }) => gone.includes(key)).filter(maySee(viewer))),
  };
};

const clearing = (viewer: Viewer, score: RiskScore): FlagClearingDto => {
  const { onItsOwnOn, fewest } = whatWouldClear(rulebookOfCard(score.cardId), score);
  const facts = score.facts.filter(({ key }) => fewest.includes(key));
  const visible = facts.filter(maySee(viewer));
  return { onItsOwnOn, fewest: named(score, visible), hidden: facts.length - visible.length };
};
