import { dayAfter, startOf } from './moments';

describe('the days of an audit search', () => {
  it.each([
    ['2026-02-28', '2026-03-01'],
    ['2024-02-28', '2024-02-29'],
    ['2026-12-31', '2027-01-01'],
  ])('the day after %s is %s', (day, next) => expect(dayAfter(day)).toBe(next));

  it('begin at midnight where the reader is', () => {
    const begun = new Date(startOf('2026-03-02'));
    expect([begun.getFullYear(), begun.getMonth(), begun.getDate(), begun.getHours()]).toEqual([2026, 2, 2, 0]);
  });
});
