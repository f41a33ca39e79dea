import { foldSpelling, jaroWinkler, nameSimilarity, wordSimilarity } from './similarity.rules';

describe('Jaro–Winkler', () => {
  // Winkler's own examples.
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['abc', 'xyz', 0],
    ['', '', 0],
    ['same', 'same', 1],
  ])('of %s and %s is %f', (one, other, value) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(value, 3);
  });
});

describe('words of names', () => {
  it.each([
    ['sophal', 'sopal'],
    ['wichai', 'vichai'],
    ['chhay', 'chay'],
    ['sothy', 'sothi'],
  ])('%s and %s are one sound', (one, other) => {
    expect(foldSpelling(one)).toBe(foldSpelling(other));
  });

  it('takes an initial for the word, but not fully', () => {
    expect(wordSimilarity('s', 'sok')).toBe(0.8);
  });

  it('calls different words different', () => {
    expect(wordSimilarity('dara', 'bopha')).toBe(0);
  });
});

describe('names', () => {
  it('ignores the order of words', () => {
    expect(nameSimilarity(['sok', 'dara'], ['dara', 'sok'])).toBe(1);
  });

  it('ignores where a space was put', () => {
    expect(nameSimilarity(['wang', 'xiaoming'], ['wang', 'xiao', 'ming'])).toBeGreaterThan(0.95);
  });

  it('does not let one shared family name decide', () => {
    expect(nameSimilarity(['sok', 'dara'], ['sok', 'bopha'])).toBeLessThan(0.6);
  });
});
