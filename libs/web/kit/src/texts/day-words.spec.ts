import { dayWords, momentWords, weekdayName } from './day-words';

describe('a day in words', () => {
  it('shows Thai readers the Buddhist year, and names the era when asked', () => {
    expect(dayWords('2026-11-10', 'th')).toContain('2569');
    expect(dayWords('2026-11-10', 'th', { era: true })).toContain('พ.ศ.');
    expect(dayWords('2026-11-10', 'th')).toContain('10');
  });

  it.each(['en', 'km', 'zh', 'id'])('shows the common year with Latin digits in %s', (language) => expect(dayWords('2026-11-10', language)).toMatch(/2026/));

  it('is Khmer for Khmer readers, also in browsers without Khmer calendar data', () => {
    expect(dayWords('2026-11-10', 'km')).toBe('10 វិច្ឆិកា 2026');
    expect(dayWords('2026-11-10', 'km', { weekday: true })).toBe('ថ្ងៃអង្គារ 10 វិច្ឆិកា 2026');
    expect(weekdayName(7, 'km')).toBe('អាទិត្យ');
    expect(weekdayName(7, 'en')).toBe('Sunday');
  });

  it('says no more than is known', () => {
    expect(dayWords('1999-03', 'en')).toBe('March 1999');
    expect(dayWords('1999', 'en')).toBe('1999');
    expect(dayWords(null, 'en')).toBe('');
  });

  it('is the same day in every time zone', () => expect(dayWords('2026-01-01', 'en')).toBe('1 January 2026'));
});

describe('a moment in words', () => {
  it('is told in the time zone of the place', () => {
    expect(momentWords('2026-11-10T20:30:00Z', 'en', { zone: 'Asia/Phnom_Penh' })).toContain('11 November 2026');
    expect(momentWords('2026-11-10T20:30:00Z', 'en', { zone: 'Asia/Phnom_Penh', timeOnly: true })).toBe('03:30');
    expect(momentWords('2026-11-10T20:30:00Z', 'km', { zone: 'Asia/Phnom_Penh' })).toBe('11 វិច្ឆិកា 2026 03:30');
  });
});
