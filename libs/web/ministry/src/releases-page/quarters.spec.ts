import { endedQuarters } from './quarters';

describe('the quarters that a release can be built for', () => {
  it.each([
    ['2026-11-23', ['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']],
    ['2026-01-01', ['2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1']],
    ['2026-03-31', ['2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1']],
  ])('on %s are those that are over', (today, quarters) => {
    expect(endedQuarters(today, 4)).toEqual(quarters);
  });
});
