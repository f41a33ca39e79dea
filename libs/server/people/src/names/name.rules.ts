import anyAscii from 'any-ascii';
import { pinyin } from 'pinyin-pro';
import { romaniseKhmer } from './khmer-romanisation.rules';
import { readOnce } from './read-once.rules';
import { comparableText, normaliseText, scriptOf } from './script.rules';
import { romaniseThai } from './thai-romanisation.rules';

/** How a people writes a whole name. `whole` means that the name has no family part to move (Indonesia, Myanmar). */
export type NameOrder = 'family-first' | 'given-first' | 'whole';

const ORDER_OF_NATION: Readonly<Record<string, NameOrder>> = {
  KH: 'family-first', CN: 'family-first', VN: 'family-first', TW: 'family-first', HK: 'family-first', KR: 'family-first', JP: 'family-first',
  ID: 'whole', MM: 'whole',
};

export interface WrittenName {
  readonly fullName: string;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
}

export const nameOrderOf = (nationality: string | null | undefined): NameOrder => ORDER_OF_NATION[nationality ?? ''] ?? 'given-first';

/** The name as its people write it. Without parts, or for whole names, it is shown as it was written down. */
export const displayName = (name: WrittenName, nationality: string | null | undefined): string => {
  const order = nameOrderOf(nationality);
  const { givenName, familyName } = name;
  if (order === 'whole' || !givenName || !familyName) {
    return name.fullName;
  }
  const parts = order === 'family-first' ? [familyName, givenName] : [givenName, familyName];
  return parts.join(scriptOf(familyName) === 'han' ? '' : ' ');
};

/** Titles that registers glue to a name. They are never part of it when two names are compared. */
const THAI_TITLE = /^(?:เด็กชาย|เด็กหญิง|นางสาว|น\.?ส\.?|ด\.?ช\.?|ด\.?ญ\.?|นาย|นาง)\s*(?=\S{2})/u;
const KHMER_TITLE = /^(?:លោកស្រី|លោក|អ្នកស្រី|អ្នកនាង|កញ្ញា)\s+(?=\S)/u;
const LATIN_TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'daw', 'lok', 'khun']);

const withoutTitle = (name: string): string => name.replace(THAI_TITLE, '').replace(KHMER_TITLE, '');

const romaniseWord = (word: string): string => {
  switch (scriptOf(word)) {
    case 'khmer':
      return romaniseKhmer(word);
    case 'thai':
      return romaniseThai(word);
    default:
      return anyAscii(word);
  }
};

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/gu, '');

/** 王小明 is read as one surname and one given name; people also write every syllable apart, so both are offered. */
const readHan = (word: string): string[][] => {
  const syllables = pinyin(word, { toneType: 'none', type: 'array', surname: 'head', v: true }).map(letters);
  const [surname = '', ...given] = syllables;
  return given.length > 1 ? [[surname, given.join('')], syllables] : [syllables];
};

const romanise = (name: string): string[][] => {
  const words = comparableText(withoutTitle(normaliseText(name))).split(' ').filter(Boolean);
  let readings: string[][] = [[]];
  for (const word of words) {
    const options = scriptOf(word) === 'han' ? readHan(word) : [[letters(romaniseWord(word))]];
    readings = options.flatMap((option) => readings.map((reading) => [...reading, ...option.filter(Boolean)]));
  }
  return readings.slice(0, 4).map((reading) => {
    const untitled = reading.filter((word) => !LATIN_TITLES.has(word));
    return untitled.length > 0 ? untitled : reading;
  });
};

/**
 * The ways in which a name may be written in Latin letters, each as lower-case words without titles.
 * Usually one; two where a script does not say which syllables belong together.
 */
export const romanisedWords = readOnce(20_000, romanise);

/** A Latin reading for people who cannot read the script: "Sok Dara". Empty when nothing can be read. */
export const suggestLatinName = (name: string): string =>
  (romanisedWords(name)[0] ?? []).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');

/**
 * What a stranger may see of a name (on a public certificate): the first letter of every word. In Thai and Lao the
 * vowel written in front is skipped, because the first consonant is the initial.
 */
export const initialsOf = (name: string): string =>
  withoutTitle(normaliseText(name))
    .split(/[\s\-–]+/u)
    .map((word) => /\p{L}/u.exec(word.replace(/^[เแโใไເແໂໃໄ]+/u, ''))?.[0] ?? '')
    .filter(Boolean)
    .map((initial) => `${initial.toUpperCase()}.`)
    .join(' ');

/**
 * Text that is searched by trigram: every name as written (normalised), its Latin readings, and the words joined,
 * so that any part of the name finds it in either script.
 */
export const searchTextOf = (names: readonly string[]): string => {
  const parts = names.flatMap((name) => {
    const native = comparableText(name);
    const readings = romanisedWords(name).map((words) => words.join(' '));
    return [native, native.replace(/ /gu, ''), ...readings];
  });
  return [...new Set(parts.filter(Boolean))].join(' | ');
};

/** What somebody typed into a search box, in every form in which it may have been stored. */
export const searchForms = (typed: string): string[] => {
  const native = comparableText(typed);
  const forms = scriptOf(native) === 'latin' || native === '' ? [native, anyAscii(native).toLowerCase()] : [native];
  return [...new Set(forms.filter(Boolean))];
};
