import { khnormal } from 'khmer-normalizer';
import { readOnce } from './read-once.rules';

export type Script = 'khmer' | 'thai' | 'lao' | 'burmese' | 'han' | 'latin' | 'other';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['khmer', /\p{Script=Khmer}/u],
  ['thai', /\p{Script=Thai}/u],
  ['lao', /\p{Script=Lao}/u],
  ['burmese', /\p{Script=Myanmar}/u],
  ['han', /\p{Script=Han}/u],
  ['latin', /\p{Script=Latin}/u],
];

/** Zero-width spaces, joiners, direction marks, word joiner and byte-order mark: seen by nobody, typed by keyboards. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/gu;

/** Most cells of a register: digits, codes, Latin letters without marks. They have one spelling already. */
const ASCII_ONLY = /^\p{ASCII}*$/u;

/** The script a text is written in, judged by its first letter that decides. */
export const scriptOf = (text: string): Script => {
  for (const letter of text) {
    const found = SCRIPTS.find(([, pattern]) => pattern.test(letter));
    if (found) {
      return found[0];
    }
  }
  return 'other';
};

/**
 * One spelling for what looks the same on paper. NFC alone does not unify Khmer, where the order of marks
 * differs from keyboard to keyboard, and Thai SARA AM has two encodings.
 */
export const normaliseText = (text: string): string => {
  if (ASCII_ONLY.test(text)) {
    return text.replace(/\s+/gu, ' ').trim();
  }
  const visible = text.normalize('NFC').replace(INVISIBLE, '').replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/gu, '$1\u0e33');
  const ordered = /\p{Script=Khmer}/u.test(visible) ? khnormal(visible).replace(INVISIBLE, '') : visible;
  return ordered.normalize('NFC').replace(/\s+/gu, ' ').trim();
};

/** Normalised, in lower case and without punctuation: what is compared and indexed, never what is shown. */
export const comparableText = readOnce(20_000, (text) =>
  normaliseText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim(),
);

const DIGIT_ZEROS = [
  0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xed0, 0x1040, 0x1090, 0x17e0, 0x1810, 0xa9d0, 0x1b50, 0x1bb0, 0xff10,
];

/** Khmer, Thai, Lao, Burmese, Javanese, Arabic and full-width digits, written as 0–9. */
export const asciiDigits = (text: string): string =>
  ASCII_ONLY.test(text)
    ? text
    : Array.from(text, (letter) => {
        const code = letter.codePointAt(0) ?? 0;
        const zero = DIGIT_ZEROS.find((start) => code >= start && code <= start + 9);
        return zero === undefined ? letter : String(code - zero);
      }).join('');
