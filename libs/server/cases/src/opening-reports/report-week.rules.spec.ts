import { finishedWeeks } from './report-week.rules';

describe('the finished weeks', () => {
  it.each([
    ['on a Monday', '2026-03-02', '2026-02-23', '2026-03-01'],
    ['on a Sunday', '2026-03-01', '2026-02-16', '2026-02-22'],
    ['across a year', '2026-01-01', '2025-12-22', '2025-12-28'],
    ['before the Monday that days are counted from', '2023-12-31', '2023-12-18', '2023-12-24'],
  ])('end before this one, %s', (_, today, from, to) => expect(finishedWeeks(today, 1)).toEqual([{ from, to }]));

  it('go back one after the other', () => {
    expect(finishedWeeks('2026-03-04', 3).map(({ from }) => from)).toEqual(['2026-02-23', '2026-02-16', '2026-02-09']);
  });
});
