import { firstDayOf, isQuarter, lastDayOf, lastEndedQuarter, quarterOf, quartersOf, shiftQuarter, yearsOf } from './period.rules';

describe('quarters', () => {
  it.each([['2026-01-01', '2026-Q1'], ['2026-03-31', '2026-Q1'], ['2026-12-31', '2026-Q4']])('%s lies in %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });

  it('begin and end on calendar days, leap years included', () => {
    expect([firstDayOf('2024-Q1'), lastDayOf('2024-Q1'), lastDayOf('2025-Q4')]).toEqual(['2024-01-01', '2024-03-31', '2025-12-31']);
  });

  it('are counted across years', () => {
    expect([shiftQuarter('2026-Q1', -1), shiftQuarter('2025-Q4', 1), shiftQuarter('2026-Q2', -6)]).toEqual(['2025-Q4', '2026-Q1', '2024-Q4']);
  });

  it('of a release are three whole years and the year so far', () => {
    expect(quartersOf('2026-Q2')).toHaveLength(14);
    expect(quartersOf('2026-Q2')[0]).toBe('2023-Q1');
    expect(yearsOf('2026-Q2')).toEqual(['2023', '2024', '2025', '2026']);
  });

  it('that run are not ended', () => {
    expect(lastEndedQuarter('2026-06-30')).toBe('2026-Q1');
    expect(lastEndedQuarter('2026-07-01')).toBe('2026-Q2');
  });

  it.each(['2026-Q5', '2026', '2026-q1', ''])('%p is none', (text) => {
    expect(isQuarter(text)).toBe(false);
  });
});
