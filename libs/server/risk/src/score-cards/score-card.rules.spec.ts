import type { Rating } from '../instruments/instrument.rules';
import type { Signal } from '../signals/signal.rules';
import { bandOf, scoreOf, type RatedItem } from './score-card.rules';
import { rulebookFor } from './score-cards.catalogue';

const rulebook = rulebookFor('online-scam-exposure-1');
const TODAY = '2026-06-15';

const rated = (item: string, rating: Rating, on = '2026-06-01'): RatedItem => ({ item, rating, on, screeningId: 's' });
const missed = (over: Partial<Signal> = {}): Signal => ({
  id: 'a',
  episode: 'a',
  kind: 'missed-sessions',
  thread: 'enrolment',
  magnitude: 3,
  happenedOn: '2026-06-10',
  expiresOn: '2026-07-10',
  sourceType: 'session',
  sourceId: 'x',
  ...over,
});
const everythingAbsent = rulebook.instrument.items.map(({ code }) => rated(code, 'absent'));

describe('scoreOf', () => {
  it('adds whole points that a person can add up on paper', () => {
    const score = scoreOf(
      rulebook,
      {
        ratings: [
          rated('offer-in-hand', 'present'),
          rated('debt-to-recruiter', 'partial'),
          rated('has-support', 'present'),
        ],
        signals: [missed()],
      },
      TODAY,
    );
    expect(score).toMatchObject({
      points: 3 + 2 - 2 + 4,
      band: 'moderate',
      calibration: 'not-calibrated',
      cardId: 'online-scam-exposure-card-1',
    });
    expect(score.facts.map(({ code, direction }) => [code, direction])).toEqual([
      ['missed-sessions', 'risk'],
      ['offer-in-hand', 'risk'],
      ['debt-to-recruiter', 'risk'],
      ['has-support', 'protective'],
    ]);
  });

  it.each([
    [5, 'low'],
    [6, 'moderate'],
    [11, 'moderate'],
    [12, 'high'],
    [19, 'high'],
    [20, 'urgent'],
    [-9, 'low'],
  ])('puts %i points into the band "%s"', (points, band) => {
    expect(bandOf(rulebook.card, points)).toBe(band);
  });

  it('does not take missing for absent: an unknown item widens the band and is asked for', () => {
    const known = everythingAbsent.filter(({ item }) => item !== 'openly-fraud-or-gambling' && item !== 'in-work');
    const score = scoreOf(
      rulebook,
      { ratings: [...known, rated('openly-fraud-or-gambling', 'unknown')], signals: [] },
      TODAY,
    );
    expect(score).toMatchObject({ points: 0, low: -3, high: 8, lowBand: 'low', band: 'low', highBand: 'moderate' });
    expect(score.unknown.map(({ code }) => code)).toEqual(['openly-fraud-or-gambling', 'in-work']);
  });

  it('has no doubt left when everything was answered', () => {
    expect(scoreOf(rulebook, { ratings: everythingAbsent, signals: [] }, TODAY)).toMatchObject({
      points: 0,
      low: 0,
      high: 0,
      unknown: [],
      facts: [],
    });
  });

  it('stops counting a rating that is too old, and asks again', () => {
    const score = scoreOf(
      rulebook,
      {
        ratings: [
          rated('offer-in-hand', 'present', '2025-01-01'),
          rated('returned-from-compound', 'present', '2020-01-01'),
        ],
        signals: [],
      },
      TODAY,
    );
    expect(score.facts.map(({ code }) => code)).toEqual(['returned-from-compound']);
    expect(score.unknown.map(({ code }) => code)).toContain('offer-in-hand');
  });

  it('stops counting a signal on the day it expires', () => {
    expect(scoreOf(rulebook, { ratings: [], signals: [missed()] }, '2026-07-09').points).toBe(4);
    expect(scoreOf(rulebook, { ratings: [], signals: [missed()] }, '2026-07-10')).toMatchObject({
      points: 0,
      tier: null,
    });
  });

  it('asks for a person when three sessions in a row were missed, whatever else protects', () => {
    const protectedBy = [rated('in-work', 'present'), rated('has-savings', 'present')];
    expect(scoreOf(rulebook, { ratings: protectedBy, signals: [missed()] }, TODAY)).toMatchObject({
      points: -1,
      band: 'low',
      tier: 'moderate',
    });
  });

  it('counts a run of missed sessions once, as the fact that it has grown to', () => {
    const grown = missed({ id: 'b', magnitude: 7, happenedOn: '2026-06-14', expiresOn: '2026-07-14', sourceId: 'y' });
    const score = scoreOf(rulebook, { ratings: [], signals: [missed(), grown] }, TODAY);
    expect(score.points).toBe(6);
    expect(score.facts).toHaveLength(1);
    expect(score.facts[0]).toMatchObject({ magnitude: 7, source: { id: 'y' } });
  });
});
