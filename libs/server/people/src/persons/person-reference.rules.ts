import { asciiDigits } from '../names/script.rules';

/**
 * The reference that a person is told by phone: eight digits and a check digit (Damm, 2004), spoken 4073-1529-4.
 * It needs no server, so it can be minted on a device without a connection; the first digit is never 0 because
 * spreadsheets drop it.
 */
const DAMM: readonly string[] = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
];

const checkDigit = (digits: string): string =>
  Array.from(digits).reduce((interim, digit) => Number(DAMM[interim]?.[Number(digit)] ?? 0), 0).toString();

/** Makes a reference of eight bytes of chance. */
export const mintReference = (chance: Uint8Array): string => {
  const digits = Array.from(chance.subarray(0, 8), (byte, place) => (place === 0 ? 1 + (byte % 9) : byte % 10)).join('');
  return `${digits}${checkDigit(digits)}`;
};

/** The nine digits of what somebody typed in any script, with or without hyphens; null when a digit is wrong. */
export const readReference = (typed: string): string | null => {
  const digits = asciiDigits(typed).replace(/[\s\-–.]/gu, '');
  return /^[1-9]\d{8}$/u.test(digits) && checkDigit(digits) === '0' ? digits : null;
};

export const showReference = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
