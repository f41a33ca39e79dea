import { ruleBroken, type DomainError, type Transitions } from '@sampan/kernel';
import type { EnrolmentState } from '../enrolments/enrolment.rules';

export const CERTIFICATE_STATES = ['draft', 'issued', 'suspended', 'revoked', 'expired', 'superseded'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

export const CERTIFICATE_TRANSITIONS: Transitions<CertificateState> = {
  draft: ['issued'],
  issued: ['suspended', 'revoked', 'expired', 'superseded'],
  suspended: ['issued', 'revoked', 'superseded'],
  revoked: [],
  expired: [],
  superseded: [],
};

export const whyNotCertify = (state: EnrolmentState): DomainError | null =>
  state === 'completed'
    ? null
    : ruleBroken('ENROLMENT_NOT_COMPLETED', 'A certificate is issued to who has completed the programme.');

/** What the public is told: the passing of the last valid day counts even before anybody records it. */
export const statusOn = (
  { state, validUntil }: { readonly state: CertificateState; readonly validUntil: string | null },
  today: string,
): CertificateState => (state === 'issued' && validUntil !== null && validUntil < today ? 'expired' : state);

/** Crockford's base 32: no I, L, O, U, so that nothing is misread from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const TOKEN_LENGTH = 16;
export const TOKEN_BYTES = 10;

/** 80 random bits as 16 characters: too many to guess, few enough to type. */
export const tokenOf = (bytes: Uint8Array): string => {
  let bits = 0n;
  for (const byte of bytes.slice(0, TOKEN_BYTES)) {
    bits = (bits << 8n) | BigInt(byte);
  }
  let token = '';
  for (let place = TOKEN_LENGTH - 1; place >= 0; place -= 1) {
    token += ALPHABET[Number((bits >> BigInt(place * 5)) & 31n)];
  }
  return token;
};

/** As it is printed for typing: `7K3M-…` in groups of four. */
export const tokenToType = (token: string): string => token.match(/.{1,4}/g)?.join('-') ?? token;

/** As typed by anybody, in any case, with or without dashes; null when it cannot be a code at all. */
export const readToken = (typed: string): string | null => {
  const token = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u200b]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return token.length === TOKEN_LENGTH && [...token].every((letter) => ALPHABET.includes(letter)) ? token : null;
};

const INITIALS_AT_MOST = 4;

/** Thai and Lao write these vowels before the consonant that a name is filed under. */
const VOWEL_WRITTEN_FIRST = /^[\u0e40-\u0e44\u0ec0-\u0ec4]/;

/** The first letter of each word without its marks: enough to recognise one's own paper, too little to find a person. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/[\s\u200b]+/)
    .slice(0, INITIALS_AT_MOST)
    .map((word) => word.replace(VOWEL_WRITTEN_FIRST, '').match(/\p{L}/u)?.[0] ?? '')
    .filter((letter) => letter !== '')
    .map((letter) => `${letter.toLocaleUpperCase('en')}.`)
    .join(' ');

/** `2026-ARN-00042`: the year, the centre's code, a running number of that centre and year. */
export const serialOf = (year: string, centreCode: string, number: number): string =>
  `${year}-${centreCode}-${String(number).padStart(5, '0')}`;
