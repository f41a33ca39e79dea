import { ruleBroken, type Day, type DomainError, type Transitions } from '@sampan/kernel';
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

/** `KH-2026-00042`: the country, the year, a running number of both. */
export const serialOf = (country: string, year: string, number: number): string =>
  `${country}-${year}-${String(number).padStart(5, '0')}`;

/** The last valid day, `months` after the day of issue; the end of a shorter month stands for a day that it does not have. */
export const validUntilOf = (issuedOn: Day, months: number | null): Day | null => {
  if (months === null) {
    return null;
  }
  const [year = 0, month = 1, day = 1] = issuedOn.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(day, lastOfMonth.getUTCDate())))
    .toISOString()
    .slice(0, 10);
};
