import fc from 'fast-check';
import { labelOf } from './labels.rules';
import { publishedCount, publishedMedian, publishedRate } from './rates.rules';
import { MINISTRY, type TableCell } from './table';

const label = (count: number, over: Partial<TableCell> = {}) => labelOf({ id: 'x', count, publish: 'always', rank: 0, ...over }, MINISTRY);
const rate = (numerator: number, base: number) =>
  publishedRate(
    { numerator: label(numerator), complement: label(base - numerator, { publish: 'when-small' }), base: label(base, { percentBase: true }) },
    MINISTRY,
  );

describe('a published percentage', () => {
  it.each([
    ['is computed from the rounded numbers, not from the exact ones', 33, 81, { value: 44 }],
    ['stands on a base of twenty', 10, 20, { value: 50 }],
    ['does not stand on a base of nineteen, though it rounds to twenty', 10, 19, { value: null, reason: 'base-too-small' }],
    ['hides a small numerator, and says below what it is', 4, 60, { value: null, reason: 'small-numerator', bound: { is: 'below', than: 16 } }],
    ['hides a small complement, and says above what it is', 198, 200, { value: null, reason: 'small-complement', bound: { is: 'above', than: 95 } }],
    ['is zero when it is zero', 0, 60, { value: 0 }],
    ['is a hundred when nobody is missing', 60, 60, { value: 100 }],
    ['has nothing to say about nobody', 0, 0, { value: null, reason: 'nobody' }],
  ])('%s', (_, numerator, base, expected) => {
    expect(rate(numerator, base)).toMatchObject(expected);
  });

  it('prints a bound only where it is true, and a percentage only between 0 and 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (yes, no) => {
        const { value, bound } = rate(yes, yes + no);
        const exact = (100 * yes) / (yes + no);
        expect(bound?.is !== 'above' || exact > bound.than).toBe(true);
        expect(bound?.is !== 'below' || exact < bound.than).toBe(true);
        expect(value === null || (value >= 0 && value <= 100)).toBe(true);
      }),
    );
  });

  it('tells nothing that the printed counts do not tell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 300 }), fc.integer({ min: 10, max: 300 }), (yes, no) => {
        const shown = rate(yes, yes + no).value;
        const same = rate(Math.round(yes / 5) * 5, Math.round((yes + no) / 5) * 5).value;
        expect(shown === null || same === null || shown === same).toBe(true);
      }),
    );
  });
});

describe('a published count', () => {
  it('is suppressed with its reason and its bound', () => {
    expect(publishedCount(label(3))).toEqual({ value: null, suppressed: true, reason: 'below-threshold', bound: { is: 'below', than: 10 } });
    expect(publishedCount(label(43))).toEqual({ value: 45, suppressed: false, reason: null, bound: null });
  });
});

describe('a published median', () => {
  it('needs ten values', () => {
    expect(publishedMedian([1, 2, 3, 4, 5, 6, 7, 8, 9])).toMatchObject({ suppressed: true, reason: 'too-few-values' });
    expect(publishedMedian([10, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toMatchObject({ value: 5.5 });
  });
});
