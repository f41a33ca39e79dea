import type { Day } from '@sampan/kernel';
import { bandOf, type Rulebook, type ScoreFact } from '../score-cards/score-card.rules';

export interface Clearing {
  /** With nothing new, the first day on which nobody would be asked to act; null when time alone does not clear it. */
  readonly onItsOwnOn: Day | null;
  /** Keys of the fewest facts whose end would clear it: found settled at a talk, or run out. */
  readonly fewest: readonly string[];
}

const asksForNobody = ({ card }: Rulebook, facts: readonly ScoreFact[]): boolean =>
  bandOf(card, card.base + facts.reduce((sum, { points }) => sum + points, 0)) === 'low' &&
  facts.every(({ byItself }) => byItself === null);

/** What would clear a flag. Empty and null for a score that asks for nobody. */
export const whatWouldClear = (rulebook: Rulebook, score: { readonly facts: readonly ScoreFact[] }): Clearing => ({
  onItsOwnOn: clearOnItsOwn(rulebook, score.facts),
  fewest: fewestToClear(rulebook, score.facts),
});

/** Protective facts run out as well, so every day on which something ends is looked at, in order. */
const clearOnItsOwn = (rulebook: Rulebook, facts: readonly ScoreFact[]): Day | null => {
  if (asksForNobody(rulebook, facts)) {
    return null;
  }
  const days = [...new Set(facts.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn])))].sort();
  return (
    days.find((day) =>
      asksForNobody(
        rulebook,
        facts.filter(({ expiresOn }) => expiresOn === null || day < expiresOn),
      ),
    ) ?? null
  );
};

/** Facts that ask by themselves must go in any case; then the heaviest, until the sum is low. Sums make this the fewest. */
const fewestToClear = (rulebook: Rulebook, facts: readonly ScoreFact[]): readonly string[] => {
  const gone = facts.filter(({ byItself }) => byItself !== null);
  const others = facts
    .filter((fact) => fact.direction === 'risk' && !gone.includes(fact))
    .sort((a, b) => b.points - a.points);
  const left = (): readonly ScoreFact[] => facts.filter((fact) => !gone.includes(fact));
  while (!asksForNobody(rulebook, left())) {
    const next = others.shift();
    if (!next) {
      return [];
    }
    gone.push(next);
  }
  return gone.map(({ key }) => key);
};
