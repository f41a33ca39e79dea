import fc from 'fast-check';
import { INSTRUMENT_VERSIONS } from '../instruments/instruments.catalogue';
import { SIGNAL_KINDS } from '../signals/signal-kinds';
import { EXCLUDED_ATTRIBUTES, isExcluded, whyNotPublishCard } from './excluded-attributes.rules';
import { CARD_1 } from './card-1';
import { rulebookFor } from './score-cards.catalogue';
import { SCORE_CARDS } from './score-cards.catalogue';

const { instrument } = rulebookFor('online-scam-exposure-1');
const kinds = SIGNAL_KINDS.map(({ code }) => code);

describe('a score card', () => {
  it.each(SCORE_CARDS.map((card) => [card.id, card] as const))('%s may be published', (_, card) => {
    expect(whyNotPublishCard(card, rulebookFor(card.instrumentId).instrument, kinds)).toBeNull();
  });

  it('never weighs who somebody is, under no spelling, as an item or as a signal', () => {
    const spellings = [
      (word: string) => word,
      (word: string) => `is-${word}-known`,
      (word: string) => `${word.toUpperCase()}_CODE`,
      (word: string) => `person.${word}`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...EXCLUDED_ATTRIBUTES),
        fc.constantFrom(...spellings),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (attribute, spell, points, asItem) => {
          const code = spell(attribute);
          const item = {
            code,
            section: 'exposure',
            direction: 'risk' as const,
            sources: [],
            fact: 'fact.protection' as const,
            validDays: null,
            text: instrument.title,
          };
          const card = asItem
            ? { ...CARD_1, items: { ...CARD_1.items, [code]: { present: points, partial: points } } }
            : { ...CARD_1, signals: { ...CARD_1.signals, [code]: [{ from: 1, points }] } };
          // Even an instrument and a list of signals that had it would not let it in.
          const refusal = whyNotPublishCard(card, { ...instrument, items: [...instrument.items, item] }, [
            ...kinds,
            code,
          ]);
          expect(refusal).toMatchObject({ code: 'CARD_EXCLUDED_ATTRIBUTE' });
        },
      ),
    );
  });

  it('weighs nothing that its instrument does not ask', () => {
    const card = { ...CARD_1, items: { ...CARD_1.items, 'postal-code': { present: 1, partial: 1 } } };
    expect(whyNotPublishCard(card, instrument, kinds)).toMatchObject({ code: 'CARD_UNKNOWN_FEATURE' });
  });

  it.each([
    ['a fraction', { 'offer-in-hand': { present: 2.5, partial: 1 } }],
    ['a fact without points', { 'offer-in-hand': { present: 2, partial: 0 } }],
    ['a risk that lowers the score', { 'offer-in-hand': { present: -2, partial: -1 } }],
    ['a strength that raises it', { 'has-support': { present: 2, partial: 1 } }],
    ['a part that weighs more than the whole', { 'offer-in-hand': { present: 2, partial: 3 } }],
  ])('is refused for %s', (_, items) => {
    expect(whyNotPublishCard({ ...CARD_1, items: { ...CARD_1.items, ...items } }, instrument, kinds)).toMatchObject({
      code: 'CARD_POINTS_INVALID',
    });
  });

  it('weighs every item of its instrument and every kind of signal', () => {
    expect(Object.keys(CARD_1.items).sort()).toEqual(instrument.items.map(({ code }) => code).sort());
    expect(Object.keys(CARD_1.signals).sort()).toEqual([...kinds].sort());
  });
});

describe('an instrument and the list of signals', () => {
  it('ask for nothing that may not be scored', () => {
    const codes = [...INSTRUMENT_VERSIONS.flatMap(({ items }) => items.map(({ code }) => code)), ...kinds];
    expect(codes.filter(isExcluded)).toEqual([]);
  });
});
