import { birthYears, fromEstimatedAge, leastAge, readPartialDate, treatAsMinor } from './partial-date.rules';

const TODAY = '2026-05-10';

describe('a birth date as people write it', () => {
  it.each([
    ['1990-04-07', '1990-04-07', 'day'],
    ['19081209', '1908-12-09', 'day'],
    ['7/4/1990', '1990-04-07', 'day'],
    ['07.04.2533', '1990-04-07', 'day'],
    ['๗/๔/๒๕๓๓', '1990-04-07', 'day'],
    ['០៧-០៤-១៩៩០', '1990-04-07', 'day'],
    ['4/1990', '1990-04-01', 'month'],
    ['1990-04', '1990-04-01', 'month'],
    ['1990', '1990-01-01', 'year'],
    ['2533', '1990-01-01', 'year'],
    ['1990-00-00', '1990-01-01', 'year'],
    ['00/04/1990', '1990-04-01', 'month'],
    ['1990-04-07T00:00:00.000Z', '1990-04-07', 'day'],
    [' 7 / 4 / 1990 ', '1990-04-07', 'day'],
  ])('%s is read as %s by the %s', (text, date, precision) => {
    expect(readPartialDate(text, TODAY)).toEqual({ date, precision });
  });

  it.each(['31/02/1990', '1990-13-01', '7/4/90', 'tomorrow', '1700', '2026-05-11', '2569-12-01', ''])('refuses %s', (text) => {
    expect(readPartialDate(text, TODAY)).toBeNull();
  });
});

describe('an estimated age', () => {
  it('becomes a year with a margin of two either way', () => {
    const birth = fromEstimatedAge(30, TODAY);
    expect(birth).toEqual({ date: '1996-01-01', precision: 'estimated-age' });
    expect(birth && birthYears(birth)).toEqual({ from: 1994, to: 1998 });
  });

  it.each([-1, 121, 3.5])('of %s is refused', (age) => {
    expect(fromEstimatedAge(age, TODAY)).toBeNull();
  });
});

describe('a child', () => {
  it.each([
    ['2008-05-10', 'day', 18, false],
    ['2008-05-11', 'day', 17, true],
    ['2008-05-01', 'month', 17, true],
    ['2008-01-01', 'year', 17, true],
    ['2007-01-01', 'year', 18, false],
    ['2006-01-01', 'estimated-age', 17, true],
    ['2005-01-01', 'estimated-age', 18, false],
  ] as const)('born %s (%s) is at least %i, treated as a child: %s', (date, precision, age, minor) => {
    expect(leastAge({ date, precision }, TODAY)).toBe(age);
    expect(treatAsMinor({ date, precision }, false, TODAY)).toBe(minor);
  });

  it('is assumed when the age is in doubt or unknown', () => {
    expect(treatAsMinor({ date: '1980-01-01', precision: 'day' }, true, TODAY)).toBe(true);
    expect(treatAsMinor(null, false, TODAY)).toBe(true);
  });
});
