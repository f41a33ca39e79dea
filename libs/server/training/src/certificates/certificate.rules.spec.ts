import { whyNotMove } from '@sampan/kernel';
import { ENROLMENT_STATES } from '../enrolments/enrolment.rules';
import {
  CERTIFICATE_STATES,
  CERTIFICATE_TRANSITIONS,
  initialsOf,
  readToken,
  serialOf,
  statusOn,
  tokenOf,
  tokenToType,
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

  it.each([
    ['Sok Dara', 'S. D.'],
    ['សុខ ដារ៉ា', 'ស. ដ.'],
    ['เมธี ใจดี', 'ม. จ.'],
    ['王小明', '王.'],
    ['  nguyễn  thị  hoa ', 'N. T. H.'],
    ['Suharto', 'S.'],
    ['a b c d e f', 'A. B. C. D.'],
  ])('for %j shows only %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('is numbered by year, centre and place in the row', () => {
    expect(serialOf('2026', 'ARN', 42)).toBe('2026-ARN-00042');
  });
});
