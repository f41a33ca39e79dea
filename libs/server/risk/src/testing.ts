import { addDays, newId } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { Flag } from './flags/flag.entity';
import { scoreOf, type Known } from './score-cards/score-card.rules';
import { rulebookFor } from './score-cards/score-cards.catalogue';
import { RiskScore } from './scores/risk-score.entity';
import { RiskStanding } from './scores/risk-standing.entity';
import { expiryOf, type Signal } from './signals/signal.rules';
import { getSignalKind } from './signals/signal-kinds';
import { RiskSignal } from './signals/signal.entity';

const AT = new Date('2026-03-02T03:00:00Z');

interface Whose {
  readonly id: string;
  readonly centreId: string;
}

/** Three sessions missed in a row, unless told otherwise. */
export const newSignal = async (
  manager: EntityManager,
  person: Whose,
  over: Partial<RiskSignal> = {},
): Promise<RiskSignal> => {
  const id = over.id ?? newId();
  const kind = over.kind ?? 'missed-sessions';
  const happenedOn = over.happenedOn ?? '2026-03-02';
  await manager.insert(RiskSignal, {
    id,
    personId: person.id,
    centreId: person.centreId,
    kind,
    thread: newId(),
    episode: id,
    magnitude: 3,
    happenedOn,
    expiresOn: expiryOf(getSignalKind(kind), happenedOn),
    sourceType: 'session',
    sourceId: newId(),
    recordedAt: AT,
    expiredAt: null,
    ...over,
  });
  return manager.findOneByOrFail(RiskSignal, { id });
};

/** What the current card says of this knowledge, filed as somebody's score. */
export const newScore = async (
  manager: EntityManager,
  person: Whose,
  known: Known,
  today: string,
): Promise<RiskScore> => {
  const { cardId, points, low, high, band, lowBand, highBand, tier, facts, unknown } = scoreOf(
    rulebookFor(),
    known,
    today,
  );
  const id = newId();
  await manager.insert(RiskScore, {
    id,
    personId: person.id,
    centreId: person.centreId,
    cardId,
    points,
    low,
    high,
    band,
    lowBand,
    highBand,
    tier,
    facts: facts.map((fact) => ({ ...fact })),
    unknown: unknown.map(({ code }) => code),
    scoredAt: AT,
    scoredOn: today,
  });
  return manager.findOneByOrFail(RiskScore, { id });
};

/** A flag that missed sessions have raised and nobody has answered. */
export const newFlag = async (manager: EntityManager, person: Whose, over: Partial<Flag> = {}): Promise<Flag> => {
  const today = '2026-03-02';
  const signal: Signal = await newSignal(manager, person);
  const { id: scoreId } = await newScore(manager, person, { ratings: [], signals: [signal] }, today);
  await manager.upsert(
    RiskStanding,
    { personId: person.id, centreId: person.centreId, evaluations: 1, scoreId, weighed: [] },
    ['personId'],
  );
  const id = over.id ?? newId();
  await manager.insert(Flag, {
    id,
    personId: person.id,
    centreId: person.centreId,
    state: 'raised',
    tier: 'moderate',
    scoreId,
    sinceScoreId: scoreId,
    ownLevel: null,
    raisedAt: AT,
    respondBy: addDays(today, 14),
    deferredUntil: null,
    offerOfHelp: null,
    outcome: null,
    decidedAt: null,
    ...over,
  });
  return manager.findOneByOrFail(Flag, { id });
};
