import { MOST_REFUSALS_A_DAY, stateOf, whyNotBreakGlass, whyNotReview } from './break-glass.rules';

describe('a break-glass', () => {
  it.each([
    ['She stands at our door tonight.', 0, undefined],
    ['urgent', 0, 'REASON_TOO_SHORT'],
    ['                    x', 0, 'REASON_TOO_SHORT'],
    // Twenty letters as a reader counts them, of which many are of several code points.
    ['គាត់នៅទីនេះយប់នេះ ត្រូវការជំនួយជាបន្ទាន់ណាស់', 0, undefined],
    ['She stands at our door tonight.', MOST_REFUSALS_A_DAY, 'BREAK_GLASS_TOO_MANY_TRIES'],
    ['She stands at our door tonight.', MOST_REFUSALS_A_DAY - 1, undefined],
  ])('for "%s" after %i wrong references: %s', (reason, refusals, code) => expect(whyNotBreakGlass(reason, refusals)?.code).toBe(code));

  it('is over at the very moment, not after it', () => {
    const until = new Date('2026-03-02T07:00:00.000Z');
    expect(stateOf({ until }, new Date('2026-03-02T06:59:59.999Z'))).toBe('running');
    expect(stateOf({ until }, until)).toBe('ended');
  });

  it.each([
    ['by whoever did it', 'me', null, 'OWN_BREAK_GLASS'],
    ['a second time', 'another', new Date(), 'REVIEWED_ALREADY'],
    ['by another, the first time', 'another', null, undefined],
  ])('is reviewed %s', (_, userId, reviewedAt, code) => expect(whyNotReview({ userId, reviewedAt, until: new Date() }, 'me')?.code).toBe(code));
});
