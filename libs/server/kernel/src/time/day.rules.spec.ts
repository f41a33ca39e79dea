import { addDays, dayIn, daysBetween, isDay } from './day';

describe('calendar days', () => {
  it('begin when they begin at the centre', () => {
    const moment = new Date('2026-03-01T18:30:00Z');
    expect(dayIn(moment, 'Asia/Bangkok')).toBe('2026-03-02');
    expect(dayIn(moment, 'UTC')).toBe('2026-03-01');
  });

  it.each([['2026-02-28', 1, '2026-03-01'], ['2024-02-28', 1, '2024-02-29'], ['2026-01-01', -1, '2025-12-31']])('%s plus %i is %s', (day, days, sum) => {
    expect(addDays(day, days)).toBe(sum);
    expect(daysBetween(day, sum)).toBe(days);
  });

  it.each([['2026-02-29', false], ['2024-02-29', true], ['2569-01-01', true], ['26-1-1', false], ['2026-13-01', false], ['0000-01-01', false], ['', false]])('%s exists: %s', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });
});
