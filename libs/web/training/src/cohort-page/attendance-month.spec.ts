import { monthBeside, tally } from './attendance-month';

describe('a month of attendance', () => {
  it.each([
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-03', 0, '2026-03'],
  ])('beside %s by %i is %s', (month, months, expected) => {
    expect(monthBeside(month, months)).toBe(expected);
  });

  it('counts late as present and keeps excused sessions in the denominator', () => {
    const names = { en: '', km: '', th: '', zh: '', id: '' };
    const codes = [
      { code: 'present', markKey: 'P', names, countsAsPresent: true, countsAsMissed: false },
      { code: 'late', markKey: 'L', names, countsAsPresent: true, countsAsMissed: false },
      { code: 'excused', markKey: 'E', names, countsAsPresent: false, countsAsMissed: false },
    ];
    const marks = [
      { sessionId: '1', enrolmentId: 'a', code: 'present' },
      { sessionId: '2', enrolmentId: 'a', code: 'late' },
      { sessionId: '3', enrolmentId: 'a', code: 'excused' },
      { sessionId: '1', enrolmentId: 'b', code: 'present' },
    ];
    expect(tally(marks, codes, 'a')).toBe('2/3');
  });
});
