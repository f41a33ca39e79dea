import { whyNotMove } from '@sampan/kernel';
import {
  FLAG_STATES,
  FLAG_TRANSITIONS,
  nextStep,
  respondBy,
  stateAfter,
  stillWeighed,
  whyNotReview,
  type FlagState,
  type Review,
  type Standing,
} from './flag.rules';

const TODAY = '2026-06-15';
const decision = (over: Partial<Review>): Review => ({
  action: 'accept',
  reason: 'Spoke with her',
  offerOfHelp: 'talk',
  deferUntil: null,
  outcome: null,
  ...over,
});

describe('a review of a flag', () => {
  it.each([
    ['accept', {}],
    ['dismiss', { action: 'dismiss' }],
    ['defer', { action: 'defer', deferUntil: '2026-06-16' }],
    ['close', { action: 'close', outcome: 'help-taken-up' }],
    ['start, which decides nothing', { action: 'start', reason: null }],
  ] as const)('is complete: %s', (_, over) => {
    expect(whyNotReview(decision(over), TODAY)).toBeNull();
  });

  it.each([
    ['FLAG_REASON_MISSING', { action: 'accept', reason: '  ' }],
    ['FLAG_REASON_MISSING', { action: 'dismiss', reason: null }],
    ['FLAG_OFFER_MISSING', { action: 'accept', offerOfHelp: null }],
    ['FLAG_OUTCOME_MISSING', { action: 'close' }],
    ['FLAG_DEFERRAL_INVALID', { action: 'defer' }],
    ['FLAG_DEFERRAL_INVALID', { action: 'defer', deferUntil: TODAY }],
    ['FLAG_DEFERRAL_INVALID', { action: 'defer', deferUntil: '2026-09-14' }],
  ] as const)('is refused with %s', (code, over) => {
    expect(whyNotReview(decision(over), TODAY)).toMatchObject({ code });
  });

  it('cannot decide twice, and cannot bring back what is closed', () => {
    expect(whyNotMove(FLAG_TRANSITIONS, 'accepted', stateAfter('dismiss'))).toMatchObject({
      code: 'TRANSITION_REFUSED',
    });
    for (const state of FLAG_STATES) {
      expect(whyNotMove(FLAG_TRANSITIONS, 'closed', state)).not.toBeNull();
    }
  });
});

describe('the response clock', () => {
  it.each([
    ['urgent', false, '2026-06-15'],
    ['high', false, '2026-06-18'],
    ['moderate', false, '2026-06-29'],
    ['moderate', true, '2026-06-18'],
    ['high', true, '2026-06-16'],
  ] as const)('of the tier "%s" (under 18 or in doubt: %s) ends on %s', (tier, minor, day) => {
    expect(respondBy(tier, TODAY, minor)).toBe(day);
  });
});

describe('what a new evaluation asks for', () => {
  const open = (state: FlagState) => ({ state, tier: 'moderate' as const });
  const standing = (over: Partial<Standing>): Standing => ({
    tier: 'moderate',
    alarms: ['old'],
    weighed: ['old'],
    open: null,
    ...over,
  });

  it.each<[string, Partial<Standing>]>([
    ['nothing', { tier: null, weighed: [] }],
    ['raise', { weighed: [] }],
    // Decided before, on the same facts.
    ['nothing', {}],
    ['raise', { alarms: ['old', 'new'] }],
    ['refresh', { open: open('raised'), weighed: [] }],
    ['refresh', { open: open('under-review'), alarms: ['old', 'new'] }],
    ['refresh', { open: open('deferred') }],
    ['raise-again', { open: open('deferred'), alarms: ['old', 'new'] }],
    ['refresh', { open: open('deferred'), alarms: ['old', 'new'], tier: null }],
    ['nothing', { open: open('accepted'), alarms: ['old', 'new'] }],
    ['raise', { open: open('accepted'), alarms: ['old', 'new'], tier: 'urgent' }],
    ['nothing', { open: open('accepted'), tier: 'urgent' }],
  ])('is "%s" for %j', (step, over) => {
    expect(nextStep(standing(over))).toBe(step);
  });

  it('takes a fact for new that went away and came back', () => {
    expect(stillWeighed(['gone', 'there'], ['there', 'other'])).toEqual(['there']);
  });
});
