import { atCentre, readLine, whyNotWrite } from './holiday.rules';
import { HOLIDAYS } from './holidays.data';

const day = (over: object = {}) => ({ day: '2026-12-29', kind: 'rest' as const, centreId: null, ...over });

describe('the days on which nobody comes', () => {
  it('are the country’s, unless the centre says otherwise', () => {
    const own = day({ centreId: 'c', kind: 'work' });
    expect(atCentre([day(), own, day({ day: '2026-01-01' })])).toEqual([day({ day: '2026-01-01' }), own]);
    expect(atCentre([own, day()])).toEqual([own]);
  });

  it('of a whole country are written by those who look after more than a centre', () => {
    expect(whyNotWrite({ reach: 'centre' }, null)).toMatchObject({ code: 'HOLIDAY_OF_COUNTRY' });
    expect(whyNotWrite({ reach: 'centre' }, 'c')).toBeNull();
    expect(whyNotWrite({ reach: 'country' }, null)).toBeNull();
  });

  it.each([
    ['DAY_UNREADABLE', { day: '29.12.2026', en: 'Peace Day' }],
    ['DAY_UNREADABLE', { day: '2569-04-13', en: 'Songkran' }],
    ['KIND_UNKNOWN', { day: '2026-12-29', en: 'Peace Day', kind: 'half' }],
    ['NAME_MISSING', { day: '2026-12-29', km: 'ទិវាសន្តិភាព' }],
  ])('are rejected from a file as %s', (problem, cells: Record<string, string>) => {
    expect(readLine((column) => cells[column] ?? '')).toBe(problem);
  });

  it('that are seeded are days that exist, one a day and country, with a name in every language', () => {
    expect(new Set(HOLIDAYS.map(({ country, day: on }) => `${country} ${on}`)).size).toBe(HOLIDAYS.length);
    expect(HOLIDAYS.filter(({ day: on, names }) => !/^202[67]-\d\d-\d\d$/.test(on) || Object.keys(names).length !== 5)).toEqual([]);
  });
});
