import fc from 'fast-check';
import { rollUp, type Place } from './roll-up.rules';

const place = (centreId: string, province: string | null, base: number): Place => ({ centreId, province, base });

describe('small places roll up', () => {
  it('keeps a centre that is large enough by itself', () => {
    expect(rollUp([place('a', 'KH-1', 40), place('b', 'KH-2', 25)], 20)).toEqual([
      { level: 'centre', province: 'KH-1', centreIds: ['a'] },
      { level: 'centre', province: 'KH-2', centreIds: ['b'] },
    ]);
  });

  it('joins the small centres of a province', () => {
    expect(rollUp([place('a', 'KH-1', 12), place('b', 'KH-1', 9), place('c', 'KH-1', 50)], 20)).toEqual([
      { level: 'centre', province: 'KH-1', centreIds: ['c'] },
      { level: 'province', province: 'KH-1', centreIds: ['a', 'b'] },
    ]);
  });

  it('takes the next larger centre in when the small ones together are still too small', () => {
    expect(rollUp([place('a', 'KH-1', 5), place('b', 'KH-1', 25), place('c', 'KH-1', 50)], 20)).toEqual([
      { level: 'centre', province: 'KH-1', centreIds: ['c'] },
      { level: 'province', province: 'KH-1', centreIds: ['a', 'b'] },
    ]);
  });

  it('joins small provinces for the whole country', () => {
    expect(rollUp([place('a', 'KH-1', 12), place('b', 'KH-2', 9), place('c', 'KH-3', 50)], 20)).toEqual([
      { level: 'centre', province: 'KH-3', centreIds: ['c'] },
      { level: 'country', province: null, centreIds: ['a', 'b'] },
    ]);
  });

  it('publishes no place that subtraction would give away', () => {
    expect(rollUp([place('a', 'KH-1', 5), place('b', 'KH-2', 50)], 20)).toEqual([
      { level: 'country', province: null, centreIds: ['a', 'b'] },
    ]);
  });

  it('divides nothing when the whole country is too small', () => {
    expect(rollUp([place('a', 'KH-1', 5), place('b', 'KH-2', 9)], 20)).toEqual([]);
  });

  it('puts every place in exactly one group, and every group reaches the base', () => {
    const places = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', null), fc.integer({ min: 0, max: 60 })), { maxLength: 12 });
    fc.assert(
      fc.property(places, (list) => {
        const all = list.map(([province, base], index) => place(`c${index}`, province, base));
        const groups = rollUp(all, 20);
        const ids = groups.flatMap(({ centreIds }) => centreIds);
        const inhabited = all.filter(({ base }) => base > 0);
        const total = inhabited.reduce((sum, { base }) => sum + base, 0);
        expect(ids.toSorted()).toEqual(total >= 20 ? inhabited.map(({ centreId }) => centreId).sort() : []);
        for (const { centreIds } of groups) {
          const base = all.filter(({ centreId }) => centreIds.includes(centreId)).reduce((sum, one) => sum + one.base, 0);
          expect(base).toBeGreaterThanOrEqual(20);
        }
      }),
    );
  });
});
