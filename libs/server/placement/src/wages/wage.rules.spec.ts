import { isBelow, perMonth, type WagePeriod } from './wage.rules';

describe('A wage brought to a month', () => {
  it.each<[string, number, WagePeriod, number | null, number | null]>([
    ['a month is a month', 12_000, 'month', null, 12_000],
    ['a year is twelve months', 144_000, 'year', null, 12_000],
    ['a week counts 4.33 times', 3_000, 'week', null, 13_000],
    ['a day counts 26 times, six a week', 352, 'day', null, 9_152],
    ['an hour counts by the stated hours', 50, 'hour', 40, 8_666.67],
    ['an hour without stated hours counts 48 a week', 50, 'hour', null, 10_400],
    ['piece work has no month', 3, 'piece', null, null],
  ])('%s', (_, amount, period, hoursPerWeek, expected) => {
    expect(perMonth({ amount, currency: 'THB', period, hoursPerWeek })).toBe(expected);
  });
});

describe('A wage compared with the one promised', () => {
  it.each([
    ['less is below', { monthly: 9_000, currency: 'THB' }, { monthly: 12_000, currency: 'THB' }, true],
    ['the same is not below', { monthly: 12_000, currency: 'THB' }, { monthly: 12_000, currency: 'THB' }, false],
    ['another currency cannot be compared', { monthly: 300, currency: 'USD' }, { monthly: 12_000, currency: 'THB' }, null],
    ['an unknown wage cannot be compared', { monthly: null, currency: 'THB' }, { monthly: 12_000, currency: 'THB' }, null],
    ['nothing promised cannot be compared', { monthly: 9_000, currency: 'THB' }, { monthly: null, currency: null }, null],
  ])('%s', (_, paid, promised, expected) => {
    expect(isBelow(paid, promised)).toBe(expected);
  });
});
