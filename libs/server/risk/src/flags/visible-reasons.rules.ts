import type { FactClass } from '../instruments/instrument.rules';
import type { ScoreFact, UnknownItem } from '../score-cards/score-card.rules';

export interface VisibleReasons {
  readonly facts: readonly ScoreFact[];
  /** Facts that count and that this reader may not see: "there is one more fact". */
  readonly hiddenFacts: number;
  readonly unknown: readonly UnknownItem[];
}

/** The reasons as one reader may see them; what is hidden is counted, never hinted at. */
export const reasonsVisibleTo = (
  score: { readonly facts: readonly ScoreFact[]; readonly unknown: readonly UnknownItem[] },
  maySee: (fact: FactClass) => boolean,
): VisibleReasons => {
  const facts = score.facts.filter(({ fact }) => maySee(fact));
  return {
    facts,
    hiddenFacts: score.facts.length - facts.length,
    unknown: score.unknown.filter(({ fact }) => maySee(fact)),
  };
};

export interface Changes {
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** What is different since last time, by the facts' keys. */
export const changesBetween = (before: readonly { key: string }[], now: readonly { key: string }[]): Changes => {
  const keysBefore = new Set(before.map(({ key }) => key));
  const keysNow = new Set(now.map(({ key }) => key));
  return {
    added: [...keysNow].filter((key) => !keysBefore.has(key)),
    gone: [...keysBefore].filter((key) => !keysNow.has(key)),
  };
};
