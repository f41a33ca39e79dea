import { doubleMetaphone } from 'double-metaphone';
import { birthYears } from '../persons/partial-date.rules';
import type { Comparable } from './comparable.rules';
import { readOnce } from '../names/read-once.rules';
import { foldSpelling } from './similarity.rules';

/**
 * One indexed key. Two people are compared only when they share a key and their years of birth may be the same, so
 * that a check costs a few index look-ups however many people there are.
 */
export interface BlockingKey {
  readonly key: string;
  readonly bornFrom: number;
  readonly bornTo: number;
}

const ANY_YEAR = { from: 0, to: 9999 };
/** Keys that identify by themselves: a wrong year of birth must not hide the match. */
const yearless = (key: string): BlockingKey => ({ key, bornFrom: ANY_YEAR.from, bornTo: ANY_YEAR.to });

const MIN_SPECIFIC = 5;

/** How a word sounds; words that the algorithm leaves empty stand for themselves. */
export const soundOf = readOnce(5_000, (word) => doubleMetaphone(foldSpelling(word))[0] || word);

const pairsOf = (words: readonly string[]): string[] =>
  words.flatMap((word, place) => words.slice(place + 1).map((other) => [word, other].sort().join('+')));

const digitsOf = (words: readonly string[]): string[] => words.filter((word) => /^\d+$/u.test(word));
const wordsOf = (words: readonly string[]): string[] => words.filter((word) => !/^\d+$/u.test(word));

/** Two words of a name may be written as one; two people of one birthday and one sound are worth a look. */
const dayKeys = (person: Comparable, sounds: readonly string[]): BlockingKey[] => {
  const { birth } = person;
  return birth?.precision === 'day' ? sounds.map((sound) => yearless(`d:${birth.date}:${sound}`)) : [];
};

const addressKeys = (person: Comparable, sounds: readonly string[]): BlockingKey[] => {
  const numbers = digitsOf(person.address);
  const places = wordsOf(person.address).filter((word) => word.length >= MIN_SPECIFIC);
  const nameKeys = sounds.flatMap((sound) => numbers.filter((number) => number.length >= 4).map((number) => yearless(`p:${number}:${sound}`)));
  const dateKeys = person.birth?.precision === 'day' ? places.map((place) => yearless(`a:${person.birth?.date}:${soundOf(place)}`)) : [];
  return [...nameKeys, ...dateKeys];
};

/** The keys under which somebody is filed and looked up. The same for both, so that a key never has to be guessed. */
export const blockingKeys = (person: Comparable): readonly BlockingKey[] => {
  const known = made.get(person);
  if (known) {
    return known;
  }
  const keys = keysOf(person);
  made.set(person, keys);
  return keys;
};

/** A row of a register is looked up, compared with the rows before it and filed: three times under the same keys. */
const made = new WeakMap<Comparable, readonly BlockingKey[]>();

const keysOf = (person: Comparable): BlockingKey[] => {
  const born = person.birth ? birthYears(person.birth) : ANY_YEAR;
  const dated = (key: string): BlockingKey => ({ key, bornFrom: born.from, bornTo: born.to });
  const sounds = [...new Set(person.names.flatMap((words) => words.map(soundOf)))];
  const keys = [
    // Whoever writes a name the same reads it the same: only what cannot be read needs a key of its letters.
    ...person.unread.map((name) => dated(`w:${name.split(' ').sort().join(' ')}`)),
    ...person.names.map((words) => dated(`r:${[...words].sort().join(' ')}`)),
    ...person.names.map((words) => dated(`j:${soundOf([...words].sort().join(''))}`)),
    ...person.names.flatMap((words) => pairsOf(words.map(soundOf))).map((pair) => dated(`s:${pair}`)),
    ...person.names.filter((words) => words.length === 1).map(([only = '']) => dated(`s:${soundOf(only)}`)),
    ...person.phones.map((phone) => yearless(`t:${phone}`)),
    ...person.documents.map((hash) => yearless(`i:${hash}`)),
    ...dayKeys(person, sounds),
    ...addressKeys(person, sounds),
  ];
  return [...new Map(keys.map((key) => [key.key, key])).values()];
};

/** Whether two years of birth may be one, allowing a year of error on each look-up. */
export const YEAR_TOLERANCE = 1;
