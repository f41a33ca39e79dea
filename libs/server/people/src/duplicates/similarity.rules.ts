import { readOnce } from '../names/read-once.rules';

/** Jaro–Winkler similarity of two words, 0 to 1 (Winkler 1990; prefix scale 0.1, at most four letters). */
export const jaroWinkler = (one: string, other: string): number => {
  if (one === other) {
    return one === '' ? 0 : 1;
  }
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Array<boolean>(other.length).fill(false);
  const matched: string[] = [];
  for (let place = 0; place < one.length; place++) {
    for (let at = Math.max(0, place - reach); at < Math.min(other.length, place + reach + 1); at++) {
      if (!taken[at] && one[place] === other[at]) {
        taken[at] = true;
        matched.push(one[place] ?? '');
        break;
      }
    }
  }
  if (matched.length === 0) {
    return 0;
  }
  const counterpart = [...other].filter((_, at) => taken[at]);
  const moved = matched.filter((letter, place) => letter !== counterpart[place]).length / 2;
  const jaro = (matched.length / one.length + matched.length / other.length + (matched.length - moved) / matched.length) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < one.length && one[prefix] === other[prefix]) {
    prefix++;
  }
  return jaro + prefix * 0.1 * (1 - jaro);
};

/** Spellings of one sound in the Latin names of the region: Sophal and Sopal, Chhay and Chay, Wichai and Vichai. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/([ptkbdgc])h+/gu, '$1'],
  [/w/gu, 'v'],
  [/oeu|eu|ue|oe/gu, 'u'],
  [/ou|oo/gu, 'u'],
  [/ee|ey|ei|ie|y/gu, 'i'],
  [/ea|ae/gu, 'e'],
  [/([a-z])\1+/gu, '$1'],
];

/** A word with the common differences of spelling removed. Only ever compared with another that went the same way. */
export const foldSpelling = readOnce(5_000, (word) => SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word));

/** Below this, two words are different words, however many letters they happen to share. */
const SAME_WORD_FROM = 0.75;
const FOLDED_COUNTS = 0.97;
const INITIAL_COUNTS = 0.8;

export const wordSimilarity = (one: string, other: string): number => {
  if ((one.length === 1 || other.length === 1) && one[0] === other[0]) {
    return one === other ? 1 : INITIAL_COUNTS;
  }
  const best = Math.max(jaroWinkler(one, other), FOLDED_COUNTS * jaroWinkler(foldSpelling(one), foldSpelling(other)));
  return best < SAME_WORD_FROM ? 0 : best;
};

/** Pairs every word with its best partner, greedily, and weighs by length. Order plays no part. */
export const wordsSimilarity = (one: readonly string[], other: readonly string[]): number => {
  const total = [...one, ...other].reduce((sum, word) => sum + word.length, 0);
  if (one.length === 0 || other.length === 0 || total === 0) {
    return 0;
  }
  const pairs = one
    .flatMap((word, left) => other.map((partner, right) => ({ left, right, likeness: wordSimilarity(word, partner), letters: word.length + partner.length })))
    .filter(({ likeness }) => likeness > 0)
    .sort((first, second) => second.likeness * second.letters - first.likeness * first.letters);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  let matched = 0;
  for (const { left, right, likeness, letters } of pairs) {
    if (!usedLeft.has(left) && !usedRight.has(right)) {
      usedLeft.add(left);
      usedRight.add(right);
      matched += likeness * letters;
    }
  }
  return matched / total;
};

/** How alike two names are, 0 to 1, whatever the order of the words and wherever somebody put a space. */
export const nameSimilarity = (one: readonly string[], other: readonly string[]): number => {
  const joined = jaroWinkler(one.join(''), other.join(''));
  const sorted = jaroWinkler([...one].sort().join(''), [...other].sort().join(''));
  const unspaced = Math.max(joined, sorted);
  return Math.max(wordsSimilarity(one, other), unspaced < 0.85 ? 0 : unspaced * FOLDED_COUNTS);
};
