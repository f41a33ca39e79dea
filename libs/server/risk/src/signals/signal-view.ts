import { fillIn } from '../instruments/localised-text';
import type { SignalDto } from './signal.dto';
import type { RiskSignal } from './signal.entity';
import { getSignalKind } from './signal-kinds';
import { countingSignals } from './signal.rules';

/** Every signal of a person, told apart by whether it still counts. */
export const toSignalDtos = (signals: readonly RiskSignal[], today: string): SignalDto[] => {
  const counting = new Set(countingSignals(signals, today).map(({ id }) => id));
  return signals.map(({ id, kind, magnitude, happenedOn, expiresOn, sourceType, sourceId }) => ({
    id,
    kind,
    text: fillIn(getSignalKind(kind).text, { magnitude }),
    happenedOn,
    expiresOn,
    counts: counting.has(id),
    sourceType,
    sourceId,
  }));
};
