import { ruleBroken, type DomainError } from '@sampan/kernel';

/** NIST SP 800-63B: length matters, composition rules do not; known-bad ones are refused. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What somebody who works here thinks of first. A password may hold them, but must not be made of them. */
const WORDS_OF_THE_WORK = [
  'sampan', 'password', 'passwort', 'welcome', 'admin', 'administrator', 'registrar', 'instructor', 'manager', 'supervisor', 'steward', 'analyst', 'placement', 'officer',
  'social', 'worker', 'ministry', 'centre', 'center', 'training', 'trainee', 'returnee', 'cambodia', 'kampuchea', 'phnom', 'penh', 'thailand', 'bangkok', 'indonesia', 'jakarta', 'laos', 'vietnam', 'myanmar', 'china',
];
/** What is left without them must still be a word or two. */
const LEAST_OF_ONES_OWN = 5;

const tooEasy = (): DomainError => ruleBroken('PASSWORD_TOO_EASY', 'This password is too easy to guess.');

/** Digits and signs around a word, as people add them when a password is refused. */
const core = (text: string): string => {
  const letters = [...text.matchAll(/\p{L}/gu)];
  const [first, last] = [letters[0], letters.at(-1)];
  return first && last ? text.slice(first.index, last.index + last[0].length) : '';
};

/** "abcabcabc" is no longer than "abc". */
const repeated = (text: string): string => {
  const period = Array.from({ length: Math.floor(text.length / 2) }, (_, at) => at + 1).find((length) => text.length % length === 0 && text === text.slice(0, length).repeat(text.length / length));
  return period ? text.slice(0, period) : text;
};

const ofOnesOwn = (text: string): number => WORDS_OF_THE_WORK.reduce((left, word) => left.replaceAll(word, ''), text).replace(/[^\p{L}]/gu, '').length;

/** @param known passwords that everybody tries first, in lower case, of any length */
export const whyNotPassword = (password: string, email: string, known: ReadonlySet<string>): DomainError | null => {
  if (password.length < SHORTEST_PASSWORD) {
    return ruleBroken('PASSWORD_TOO_SHORT', `A password has at least ${SHORTEST_PASSWORD} characters.`, { least: SHORTEST_PASSWORD });
  }
  const plain = password.toLowerCase();
  if (plain.includes(email.split('@')[0] ?? email) || new Set(plain).size < 4) {
    return tooEasy();
  }
  if ([plain, core(plain), repeated(plain), repeated(core(plain))].some((form) => known.has(form))) {
    return tooEasy();
  }
  return isMadeOfTheWork(plain) ? tooEasy() : null;
};

const isMadeOfTheWork = (plain: string): boolean => WORDS_OF_THE_WORK.some((word) => plain.includes(word)) && ofOnesOwn(plain) < LEAST_OF_ONES_OWN;
