/**
 * Khmer to Latin as Cambodians write their own names on passports, not as linguists do: there is no one official
 * system in use, so the aim is a spelling close enough to be matched with the one somebody else wrote.
 */
type Series = 'a' | 'o';

interface Consonant {
  readonly onset: string;
  readonly coda: string;
  readonly series: Series;
}

const consonant = (onset: string, coda: string, series: Series): Consonant => ({ onset, coda, series });

const CONSONANTS: Readonly<Record<string, Consonant>> = {
  ក: consonant('k', 'k', 'a'), ខ: consonant('kh', 'k', 'a'), គ: consonant('k', 'k', 'o'), ឃ: consonant('kh', 'k', 'o'),
  ង: consonant('ng', 'ng', 'o'), ច: consonant('ch', 'ch', 'a'), ឆ: consonant('ch', 'ch', 'a'), ជ: consonant('ch', 'ch', 'o'),
  ឈ: consonant('ch', 'ch', 'o'), ញ: consonant('nh', 'nh', 'o'), ដ: consonant('d', 't', 'a'), ឋ: consonant('th', 't', 'a'),
  ឌ: consonant('d', 't', 'o'), ឍ: consonant('th', 't', 'o'), ណ: consonant('n', 'n', 'a'), ត: consonant('t', 't', 'a'),
  ថ: consonant('th', 't', 'a'), ទ: consonant('t', 't', 'o'), ធ: consonant('th', 't', 'o'), ន: consonant('n', 'n', 'o'),
  ប: consonant('b', 'p', 'a'), ផ: consonant('ph', 'p', 'a'), ព: consonant('p', 'p', 'o'), ភ: consonant('ph', 'p', 'o'),
  ម: consonant('m', 'm', 'o'), យ: consonant('y', 'y', 'o'), រ: consonant('r', 'r', 'o'), ល: consonant('l', 'l', 'o'),
  វ: consonant('v', 'v', 'o'), ឝ: consonant('s', 's', 'a'), ឞ: consonant('s', 's', 'a'), ស: consonant('s', 's', 'a'),
  ហ: consonant('h', 'h', 'a'), ឡ: consonant('l', 'l', 'a'), អ: consonant('', '', 'a'),
};

/** A sonorant below the line leaves the series of the letter above it alone; another consonant brings its own. */
const SONORANTS = 'ងញណនមយរលវឡ';
/** Below these letters a cluster in the middle of a word opens the syllable whole (ស្រី); other pairs are divided. */
const GLIDES = 'រលយវ';

const INDEPENDENT: Readonly<Record<string, string>> = {
  ឣ: 'a', ឤ: 'a', ឥ: 'i', ឦ: 'ey', ឧ: 'u', ឨ: 'uk', ឩ: 'u', ឪ: 'ov', ឫ: 'ri', ឬ: 'ri', ឭ: 'li', ឮ: 'li', ឯ: 'e', ឰ: 'ai', ឱ: 'o', ឲ: 'o', ឳ: 'av',
};

/** [first series, second series], in an open and in a closed syllable. */
const VOWELS: Readonly<Record<string, { readonly open: readonly [string, string]; readonly closed: readonly [string, string] }>> = {
  '': { open: ['a', 'o'], closed: ['a', 'o'] },
  'ា': { open: ['a', 'ea'], closed: ['a', 'ea'] },
  'ិ': { open: ['i', 'i'], closed: ['e', 'i'] },
  'ី': { open: ['ey', 'y'], closed: ['ei', 'i'] },
  'ឹ': { open: ['oe', 'oe'], closed: ['oe', 'oe'] },
  'ឺ': { open: ['eu', 'eu'], closed: ['eu', 'eu'] },
  'ុ': { open: ['o', 'u'], closed: ['o', 'u'] },
  'ូ': { open: ['o', 'ou'], closed: ['o', 'u'] },
  'ួ': { open: ['uo', 'uo'], closed: ['uo', 'uo'] },
  'ើ': { open: ['oeu', 'oeu'], closed: ['oeu', 'oeu'] },
  'ឿ': { open: ['oeu', 'oeu'], closed: ['oeu', 'oeu'] },
  'ៀ': { open: ['ie', 'ie'], closed: ['ie', 'ie'] },
  'េ': { open: ['e', 'e'], closed: ['e', 'e'] },
  'ែ': { open: ['e', 'e'], closed: ['e', 'e'] },
  'ៃ': { open: ['ai', 'ey'], closed: ['ai', 'ey'] },
  'ោ': { open: ['o', 'o'], closed: ['o', 'o'] },
  'ៅ': { open: ['ao', 'ov'], closed: ['ao', 'ov'] },
};

/** Marks the closing half of a divided pair. Such words are Pali or Sanskrit, whose unwritten vowel is a (វណ្ណា, Vanna). */
const DIVIDED = '-';

interface Cluster {
  readonly letters: readonly string[];
  readonly vowel: string;
  readonly signs: string;
}

const CLUSTER = /([ក-អ])((?:[៉៊]|្[ក-អ])*)([ា-ៅ]?)([ំះៈ់៍័៉៊]*)|([ឣ-ឳ])|([^ក-ឳ])/gu;
const isBare = (cluster: Cluster): boolean => cluster.vowel === '' && !/[ំះៈ័]/u.test(cluster.signs);

const seriesOf = ({ letters, signs }: Cluster): 0 | 1 => {
  if (signs.includes('៉')) {
    return 0;
  }
  if (signs.includes('៊')) {
    return 1;
  }
  const [first = '', ...below] = letters;
  const deciding = [...below].reverse().find((letter) => !SONORANTS.includes(letter)) ?? first;
  return CONSONANTS[deciding]?.series === 'o' ? 1 : 0;
};

const onsetOf = ({ letters, signs }: Cluster): string =>
  letters.map((letter, place) => (place === 0 && letter === 'ប' && signs.includes('៉') ? 'p' : (CONSONANTS[letter]?.onset ?? ''))).join('');

const vowelOf = (cluster: Cluster, closed: boolean, lastOfSeveral: boolean): string => {
  const series = seriesOf(cluster);
  const { vowel, signs, letters } = cluster;
  if (signs.includes('ំ')) {
    return vowel === 'ុ' ? 'om' : vowel === 'ា' || series === 0 ? 'am' : 'um';
  }
  if (signs.includes('័')) {
    return series === 0 ? 'a' : 'ea';
  }
  if (signs.includes('ៈ') && vowel === '') {
    return 'ak';
  }
  if (signs.includes('ះ')) {
    return `${vowel === '' ? (series === 0 ? 'a' : 'ea') : (VOWELS[vowel]?.open[series] ?? '')}h`;
  }
  // Vichheka, Ratana, Veasna: the last -ea of names in -na and -ya is written a.
  if (vowel === 'ា' && !closed && lastOfSeveral && 'នយញណ'.includes(letters.at(-1) ?? '')) {
    return 'a';
  }
  return VOWELS[vowel]?.[closed ? 'closed' : 'open'][series] ?? '';
};

const readClusters = (word: string): (Cluster | string)[] =>
  [...word.matchAll(CLUSTER)].map(([, base, below = '', vowel = '', signs = '', independent, other]) => {
    if (base === undefined) {
      return independent === undefined ? (other ?? '') : (INDEPENDENT[independent] ?? '');
    }
    const shifters = below.replace(/្[ក-អ]/gu, '');
    return { letters: [base, ...[...below.matchAll(/្([ក-អ])/gu)].map(([, letter = '']) => letter)], vowel, signs: signs + shifters };
  });

/** ជាតិ is cheat and សម្បត្តិ sambat: a short vowel that ends a word of several syllables is not spoken. */
const withoutSilentEnding = (clusters: readonly (Cluster | string)[]): (Cluster | string)[] => {
  const spoken = clusters.filter((part) => typeof part === 'string' || !part.signs.includes('៍'));
  const last = spoken.at(-1);
  const before = spoken.at(-2);
  if (last && before && typeof last !== 'string' && typeof before !== 'string' && 'ិុ'.includes(last.vowel || ' ') && last.signs === '') {
    return [...spoken.slice(0, -1), { ...last, vowel: '' }];
  }
  return spoken;
};

/** A pair in the middle (បុប្ផា) closes one syllable and opens the next, unless the lower letter is a glide. */
const divided = (clusters: readonly (Cluster | string)[]): (Cluster | string)[] =>
  clusters.flatMap((part, place) => {
    const last = place === clusters.length - 1;
    if (place === 0 || typeof part === 'string' || part.letters.length < 2 || (last && isBare(part))) {
      return [part];
    }
    const [first = '', second = '', ...rest] = part.letters;
    const previous = clusters[place - 1];
    if (GLIDES.includes(second) || typeof previous === 'string' || previous === undefined) {
      return [part];
    }
    const closing: Cluster = { letters: [first], vowel: '', signs: DIVIDED };
    return [closing, { ...part, letters: [second, ...rest] }];
  });

/** One Khmer word, already normalised, in Latin letters. */
export const romaniseKhmer = (word: string): string => {
  const parts = divided(withoutSilentEnding(readClusters(word)));
  const out: string[] = [];
  let coda = '';
  let codaSign = '';
  for (let place = parts.length - 1; place >= 0; place--) {
    const part = parts[place];
    if (part === undefined || typeof part === 'string') {
      out.unshift(`${part ?? ''}${coda}`);
      coda = '';
      continue;
    }
    if (place > 0 && coda === '' && isBare(part) && !closes(parts[place - 1])) {
      coda = CONSONANTS[part.letters[0] ?? '']?.coda ?? '';
      codaSign = part.signs;
      continue;
    }
    const vowel = vowelOf(part, coda !== '', place === parts.length - 1 && place > 0);
    out.unshift(join(onsetOf(part), vowel === 'o' && isBare(part) ? inherent(codaSign) : vowel, coda));
    coda = '';
    codaSign = '';
  }
  return out.join('').replace(/(nh|ng|ch|th|ph|kh|[bcdfghjklmnpqrstvwxyz])\1+/gu, '$1');
};

/** The unwritten vowel of the second series, by what closes the syllable: ធន់ is thun, ពល is pol. */
const inherent = (codaSign: string): string => (codaSign.includes(DIVIDED) ? 'a' : codaSign.includes('់') ? 'u' : 'o');

const closes = (part: Cluster | string | undefined): boolean =>
  typeof part === 'object' && (part.signs.includes('់') || part.signs.includes(DIVIDED) || /[ំះ]/u.test(part.signs));

/** Spellings of vowel and final that every Cambodian writes as one: កែវ is Keo, ជ័យ is Chey. */
const join = (onset: string, vowel: string, coda: string): string => {
  if (coda === 'v' && vowel === 'e') {
    return `${onset}eo`;
  }
  if (coda === 'y' && (vowel === 'ea' || vowel === 'a')) {
    return `${onset}${vowel === 'ea' ? 'ey' : 'ay'}`;
  }
  return onset + vowel + coda;
};
