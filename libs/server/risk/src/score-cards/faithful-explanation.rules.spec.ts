import fc from 'fast-check';
import { addDays } from '@sampan/kernel';
import { RATINGS } from '../instruments/instrument.rules';
import { SIGNAL_KINDS } from '../signals/signal-kinds';
import { expiryOf, type Signal } from '../signals/signal.rules';
import { whatWouldClear } from '../flags/clearing.rules';
import { scoreOf, type Known, type RatedItem, type ScoreFact } from './score-card.rules';
import { rulebookFor } from './score-cards.catalogue';

const rulebook = rulebookFor('online-scam-exposure-1');
const TODAY = '2026-06-15';

const someDay = fc.integer({ min: -500, max: 0 }).map((days) => addDays(TODAY, days));

const someRatings: fc.Arbitrary<readonly RatedItem[]> = fc
  .uniqueArray(
    fc.constantFrom(
      ...rulebook.instrument.items.map(({ code }) => code),
      'an-item-of-another-instrument',
      'nationality',
    ),
  )
  .chain((items) =>
    fc.tuple(
      ...items.map((item) =>
        fc.record({
          item: fc.constant(item),
          rating: fc.constantFrom(...RATINGS),
          on: someDay,
          screeningId: fc.constant('screening'),
        }),
      ),
    ),
  );

const someSignals: fc.Arbitrary<readonly Signal[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...SIGNAL_KINDS),
      thread: fc.constantFrom('first', 'second'),
      magnitude: fc.integer({ min: 1, max: 12 }),
      happenedOn: someDay,
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ kind, thread, magnitude, happenedOn }, at) => ({
      id: `signal-${at}`,
      episode: `episode-${at}`,
      kind: kind.code,
      thread,
      magnitude,
      happenedOn,
      expiresOn: expiryOf(kind, happenedOn),
      sourceType: 'test',
      sourceId: `source-${at}`,
    })),
  );

const someKnowledge: fc.Arbitrary<Known> = fc.record({ ratings: someRatings, signals: someSignals });

/** Takes one listed fact out of what is known: a rating, or all news of one kind about one thing. */
const without = (known: Known, fact: ScoreFact): Known => {
  const about = known.signals.find(({ sourceId }) => sourceId === fact.source.id);
  return {
    ratings: known.ratings.filter(({ item }) => fact.source.type !== 'screening' || item !== fact.code),
    signals: known.signals.filter(({ kind, thread }) => kind !== about?.kind || thread !== about.thread),
  };
};

describe('the reasons that a score gives', () => {
  it('move the score against their printed direction, by their printed points, when they are taken away', () => {
    fc.assert(
      fc.property(someKnowledge, (known) => {
        const score = scoreOf(rulebook, known, TODAY);
        for (const fact of score.facts) {
          const rest = scoreOf(rulebook, without(known, fact), TODAY);
          expect(rest.points).toBe(score.points - fact.points);
          expect(fact.direction === 'risk' ? rest.points < score.points : rest.points > score.points).toBe(true);
        }
      }),
      { numRuns: 300, seed: 20260615 },
    );
  });

  it('are all the reasons: what is not listed does not move the score', () => {
    fc.assert(
      fc.property(someKnowledge, (known) => {
        const score = scoreOf(rulebook, known, TODAY);
        const listed = new Set(score.facts.map(({ source, code }) => (source.type === 'screening' ? code : source.id)));
        for (const rating of known.ratings.filter(({ item }) => !listed.has(item))) {
          const rest = scoreOf(
            rulebook,
            { ...known, ratings: known.ratings.filter((other) => other !== rating) },
            TODAY,
          );
          expect(rest.points).toBe(score.points);
        }
        for (const signal of known.signals.filter(({ sourceId }) => !listed.has(sourceId))) {
          const rest = scoreOf(
            rulebook,
            { ...known, signals: known.signals.filter((other) => other !== signal) },
            TODAY,
          );
          expect(rest.points).toBe(score.points);
        }
      }),
      { numRuns: 300, seed: 20260615 },
    );
  });

  it('add up by hand to the score', () => {
    fc.assert(
      fc.property(someKnowledge, (known) => {
        const score = scoreOf(rulebook, known, TODAY);
        expect(score.facts.reduce((sum, { points }) => sum + points, rulebook.card.base)).toBe(score.points);
        expect(score.low).toBeLessThanOrEqual(score.points);
        expect(score.high).toBeGreaterThanOrEqual(score.points);
      }),
      { seed: 20260615 },
    );
  });

  it('hold on the day they say would clear it: until then somebody is asked, from then on nobody', () => {
    fc.assert(
      fc.property(someKnowledge, (known) => {
        const score = scoreOf(rulebook, known, TODAY);
        fc.pre(score.tier !== null);
        const { onItsOwnOn, fewest } = whatWouldClear(rulebook, score);
        if (onItsOwnOn) {
          expect(scoreOf(rulebook, known, onItsOwnOn).tier).toBeNull();
          expect(scoreOf(rulebook, known, addDays(onItsOwnOn, -1)).tier).not.toBeNull();
        }
        const rest = score.facts.filter(({ key }) => fewest.includes(key)).reduce(without, known);
        expect(scoreOf(rulebook, rest, TODAY).tier).toBeNull();
      }),
      { numRuns: 300, seed: 20260615 },
    );
  });
});
