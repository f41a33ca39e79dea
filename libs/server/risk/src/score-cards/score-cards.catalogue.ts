import { currentInstrument, getInstrument } from '../instruments/instruments.catalogue';
import { SIGNAL_KINDS } from '../signals/signal-kinds';
import { CARD_1 } from './card-1';
import type { Rulebook, ScoreCard } from './score-card.rules';

/** Every card that was ever published, in order. A new card stands beside the old one and is never applied backwards. */
export const SCORE_CARDS: readonly ScoreCard[] = [CARD_1];

const rulebookOf = (card: ScoreCard): Rulebook => ({
  card,
  instrument: getInstrument(card.instrumentId),
  kinds: SIGNAL_KINDS,
});

/** What a new score of ratings made with this instrument version is added up with. */
export const rulebookFor = (instrumentId: string = currentInstrument().id): Rulebook => {
  const card = SCORE_CARDS.filter((known) => known.instrumentId === instrumentId).at(-1);
  if (!card) {
    throw new Error(`No score card belongs to instrument version ${instrumentId}.`);
  }
  return rulebookOf(card);
};

/** What a stored score was added up with. */
export const rulebookOfCard = (cardId: string): Rulebook => {
  const card = SCORE_CARDS.find(({ id }) => id === cardId);
  if (!card) {
    throw new Error(`Score card ${cardId} is missing from the catalogue although it was used.`);
  }
  return rulebookOf(card);
};
