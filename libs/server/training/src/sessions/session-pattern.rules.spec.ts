import { daysOfPattern, whyNotThisPattern } from './session-pattern.rules';

const pattern = { from: '2026-02-23', until: '2026-03-08', weekdays: [1, 3, 7], except: [] };

describe('a weekly pattern', () => {
  it('gives every Monday, Wednesday and Sunday, both ends included, over the end of a month', () => {
    expect(daysOfPattern(pattern)).toEqual(['2026-02-23', '2026-02-25', '2026-03-01', '2026-03-02', '2026-03-04', '2026-03-08']);
  });

  it('leaves out the days it is told to', () => {
    expect(daysOfPattern({ ...pattern, except: ['2026-03-01', '2026-03-02'] })).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/2026-03-0[12]/)]),
    );
  });

  it.each([
    [{ weekdays: [6], from: '2026-03-02', until: '2026-03-06' }, 'PATTERN_EMPTY'],
    [{ until: '2026-02-01' }, 'PATTERN_EMPTY'],
    [{ weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2027-06-01' }, 'PATTERN_TOO_LONG'],
    [{ until: '2062-03-08' }, 'PATTERN_TOO_LONG'],
    [{}, undefined],
  ])('changed by %j answers %s', (change, code) => {
    expect(whyNotThisPattern({ ...pattern, ...change })?.code).toBe(code);
  });
});
