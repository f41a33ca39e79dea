import { whyNotMove } from '@sampan/kernel';
import { ENROLMENT_STATES } from '../enrolments/enrolment.rules';
import {
  CERTIFICATE_STATES,
  CERTIFICATE_TRANSITIONS,
  readToken,
  serialOf,
  statusOn,
  tokenOf,
  tokenToType,
  validUntilOf,
  whyNotCertify,
} from './certificate.rules';

describe('a certificate', () => {
  it.each([
    ['draft', ['issued']],
    ['issued', ['suspended', 'revoked', 'expired', 'superseded']],
    ['suspended', ['issued', 'revoked', 'superseded']],
    ['revoked', []],
    ['expired', []],
    ['superseded', []],
  ] as const)('from %s may only become %j', (from, allowed) => {
    expect(CERTIFICATE_STATES.filter((to) => whyNotMove(CERTIFICATE_TRANSITIONS, from, to) === null)).toEqual(allowed);
  });

  it('is for who completed, and nobody else', () => {
    expect(ENROLMENT_STATES.filter((state) => whyNotCertify(state) === null)).toEqual(['completed']);
  });

  it.each([
    ['issued', null, 'issued'],
    ['issued', '2026-03-02', 'issued'],
    ['issued', '2026-03-01', 'expired'],
    ['revoked', '2026-03-01', 'revoked'],
    ['suspended', '2026-03-01', 'suspended'],
  ] as const)('that is %s and valid until %s is shown as %s', (state, validUntil, status) => {
    expect(statusOn({ state, validUntil }, '2026-03-02')).toBe(status);
  });

  it('has a code of sixteen characters that are hard to misread, and reads it back however it is typed', () => {
    const token = tokenOf(Uint8Array.from([0, 1, 2, 3, 4, 250, 251, 252, 253, 254]));
    expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(readToken(tokenToType(token))).toBe(token);
    expect(readToken(` ${tokenToType(token).toLowerCase()} `)).toBe(token);
  });

  it.each([
    ['oooo-iiii-llll-0000', '0000111111110000'],
    ['０００0—1111–1111 0000', '0000111111110000'],
    ['0000-1111-1111-000', null],
    ['0000-1111-1111-000U', null],
    ['', null],
  ])('code typed as %j is read as %s', (typed, token) => {
    expect(readToken(typed)).toBe(token);
  });

  it('is numbered by country, year and place in the row', () => {
    expect(serialOf('KH', '2026', 42)).toBe('KH-2026-00042');
  });

  it.each([
    ['2026-08-28', 36, '2029-08-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-08-28', null, null],
  ])('issued on %s for %s months is valid until %s', (issuedOn, months, until) => {
    expect(validUntilOf(issuedOn, months)).toBe(until);
  });
});
