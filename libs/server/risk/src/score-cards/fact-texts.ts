import { itemOf } from '../instruments/instrument.rules';
import { fillIn, type LocalisedText } from '../instruments/localised-text';
import { getSignalKind } from '../signals/signal-kinds';
import type { Rulebook } from './score-card.rules';

/** The plain words of a fact, as the version says that it was rated with. */
export const textOfFact = (
  { instrument }: Rulebook,
  { code, magnitude }: { readonly code: string; readonly magnitude: number | null },
): LocalisedText =>
  magnitude === null
    ? textOfItem(instrument.id, code, itemOf(instrument, code)?.text)
    : fillIn(getSignalKind(code).text, { magnitude });

const textOfItem = (instrumentId: string, code: string, text: LocalisedText | undefined): LocalisedText => {
  if (!text) {
    throw new Error(`Instrument version ${instrumentId} has no item ${code} although it was rated.`);
  }
  return text;
};
