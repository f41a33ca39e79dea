import { can, type Viewer } from '@sampan/kernel';
import { reasonsVisibleTo } from '../flags/visible-reasons.rules';
import { itemOf } from '../instruments/instrument.rules';
import { textOfFact } from '../score-cards/fact-texts';
import type { Rulebook, ScoreFact, UnknownItem } from '../score-cards/score-card.rules';
import { rulebookOfCard } from '../score-cards/score-cards.catalogue';
import type { RiskScore } from './risk-score.entity';
import type { RiskReasonDto, RiskScoreDto } from './score.dto';

export const toReason = (rulebook: Rulebook, fact: ScoreFact): RiskReasonDto => ({
  key: fact.key,
  code: fact.code,
  text: textOfFact(rulebook, fact),
  direction: fact.direction,
  points: fact.points,
  partly: fact.partly,
  on: fact.on,
  expiresOn: fact.expiresOn,
  source: fact.source,
});

/** A stored score in the words of its own version, with what this reader may see of it. */
export const toScoreDto = (viewer: Viewer, score: RiskScore): RiskScoreDto => {
  const rulebook = rulebookOfCard(score.cardId);
  const { facts, hiddenFacts, unknown } = reasonsVisibleTo(
    { facts: score.facts, unknown: unknownOf(rulebook, score) },
    (fact) => can(viewer, fact),
  );
  return {
    cardId: score.cardId,
    calibration: rulebook.card.calibration,
    scoredOn: score.scoredOn,
    points: score.points,
    low: score.low,
    high: score.high,
    band: score.band,
    lowBand: score.lowBand,
    highBand: score.highBand,
    tier: score.tier,
    reasons: facts.map((fact) => toReason(rulebook, fact)),
    hiddenReasons: hiddenFacts,
    unknown: unknown.map(({ code, direction, points }) => ({
      code,
      direction,
      points,
      text: textOfFact(rulebook, { code, magnitude: null }),
    })),
  };
};

/** Stored by code only; weight and class are the version's. */
const unknownOf = ({ card, instrument }: Rulebook, { unknown }: RiskScore): readonly UnknownItem[] =>
  unknown.flatMap((code) => {
    const [item, points] = [itemOf(instrument, code), card.items[code]];
    return item && points ? [{ code, direction: item.direction, points: points.present, fact: item.fact }] : [];
  });
