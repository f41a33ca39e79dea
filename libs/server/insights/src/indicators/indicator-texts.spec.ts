import { INDICATORS } from './indicator-list';
import { definedIndicators } from './indicator-texts';
import { populationOf } from './populations';

describe('the definition of a number', () => {
  it.each(definedIndicators().map((indicator) => [indicator.key, indicator] as const))('%s is complete in five languages, and in each one different', (_, { texts }) => {
    const all = Object.values(texts);
    expect(all).toHaveLength(5);
    expect(new Set(all.map(({ numerator }) => numerator)).size).toBe(5);
    for (const text of all) {
      expect(Object.values(text).every((words) => words.length > 0 && !words.includes('{'))).toBe(true);
    }
  });

  it('names measures that its population has', () => {
    for (const { population, numerator, denominator, complement, no, known, unknown } of INDICATORS) {
      const measures = populationOf(population).measures.map(({ key }) => key);
      expect(measures).toEqual(expect.arrayContaining([numerator, denominator, complement, no, known, unknown].filter((key) => key !== null)));
    }
  });

  it('always has numerator and complement make the denominator', () => {
    for (const { population, numerator, denominator, complement } of INDICATORS.filter(({ kind }) => kind === 'rate')) {
      const { measures } = populationOf(population);
      const leaves = (key: string | null): string[] => {
        const parts = measures.find((measure) => measure.key === key)?.parts ?? [];
        return parts.length === 0 ? [key ?? ''] : parts.flatMap(leaves);
      };
      expect([...leaves(numerator), ...leaves(complement)].sort()).toEqual(leaves(denominator).sort());
    }
  });
});
