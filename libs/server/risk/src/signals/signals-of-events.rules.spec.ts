import {
  signalsOfEndedEnrolment,
  signalsOfEndedPlacement,
  signalsOfLabourConcern,
  signalsOfMissedFollowUp,
  signalsOfMissedSession,
} from './signals-of-events.rules';
import { episodeOf, type Signal, type SignalDraft } from './signal.rules';

const ON = '2026-06-15';

describe('news that is a signal', () => {
  it.each([
    [2, 0],
    [3, 1],
    [8, 1],
  ])('%i missed sessions in a row make %i', (consecutive, signals) => {
    expect(signalsOfMissedSession({ enrolmentId: 'e', sessionId: 's', sessionDate: ON, consecutive })).toHaveLength(
      signals,
    );
  });

  it.each([
    ['left-early', 'no-contact', 1],
    ['withdrawn', 'cannot-afford', 1],
    ['withdrawn', 'found-work', 0],
    // Using the right to withdraw consent is never held against anybody.
    ['withdrawn', 'consent-withdrawn', 0],
    ['completed', null, 0],
    ['deceased', 'deceased', 0],
  ])('an enrolment that ended "%s" for "%s" makes %i', (outcome, reason, signals) => {
    expect(signalsOfEndedEnrolment({ enrolmentId: 'e', outcome, reason }, ON)).toHaveLength(signals);
  });

  it.each([
    ['laid-off', 1],
    ['unsafe', 1],
    ['better-job', 0],
    ['training', 0],
  ])('a placement that ended by "%s" makes %i', (reason, signals) => {
    expect(signalsOfEndedPlacement({ placementId: 'p', reason }, ON)).toHaveLength(signals);
  });

  it('a labour concern says by itself which indicators are signals of their own', () => {
    const kinds = signalsOfLabourConcern(
      { concernId: 'c', severity: 'high', indicators: ['retention-of-identity-documents', 'excessive-overtime'] },
      ON,
    ).map(({ kind, magnitude }) => [kind, magnitude]);
    expect(kinds).toEqual([
      ['labour-concern', 3],
      ['documents-withheld', 1],
    ]);
  });

  it('a severity that nobody knows counts as the middle, not as nothing', () => {
    expect(signalsOfLabourConcern({ concernId: 'c', severity: 'bad', indicators: [] }, ON)).toMatchObject([
      { magnitude: 2 },
    ]);
  });

  it('a missed follow-up counts how many in a row', () => {
    expect(signalsOfMissedFollowUp({ placementId: 'p', followUpId: 'f', missedInARow: 2 }, ON)).toMatchObject([
      { kind: 'follow-up-missed', magnitude: 2, thread: 'p', sourceId: 'f' },
    ]);
  });
});

describe('the episode of a signal', () => {
  const draft = (over: Partial<SignalDraft>): SignalDraft => ({
    kind: 'missed-sessions',
    thread: 'e',
    magnitude: 4,
    happenedOn: ON,
    sourceType: 'session',
    sourceId: 's',
    ...over,
  });
  const newest: Signal = {
    ...draft({ magnitude: 3, happenedOn: '2026-06-14' }),
    id: 'first',
    episode: 'first',
    expiresOn: '2026-07-14',
  };

  it.each<[string, Partial<SignalDraft>, Signal | null, string]>([
    ['begins with the first', {}, null, 'new'],
    ['goes on while the count grows', {}, newest, 'first'],
    ['begins anew when the count does', { magnitude: 3 }, newest, 'new'],
    ['begins anew when the last has expired', { happenedOn: '2026-07-14' }, newest, 'new'],
    ['takes late news in', { magnitude: 2, happenedOn: '2026-06-13' }, newest, 'first'],
  ])('%s', (_, over, before, episode) => {
    expect(episodeOf(draft(over), 'new', before)).toBe(episode);
  });
});
