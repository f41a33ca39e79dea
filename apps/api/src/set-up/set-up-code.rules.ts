import { timingSafeEqual } from 'node:crypto';

/** Without letters that look like figures. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789AB';
const GROUP = 5;
const LENGTH = 2 * GROUP;

/** Ten letters of about 49 bits, in two groups that a person can read over a telephone. @param secret at least ten bytes */
export const codeFrom = (secret: Buffer): string => {
  const letters = [...secret.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
  return `${letters.slice(0, GROUP)}-${letters.slice(GROUP)}`;
};

const plain = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** However somebody typed it: small letters, spaces, without the dash. */
export const isSameCode = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(plain(given)), Buffer.from(plain(expected))];
  return a.length === b.length && timingSafeEqual(a, b);
};
