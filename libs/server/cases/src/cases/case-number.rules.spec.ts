import fc from 'fast-check';
import { CASE_NUMBERS, caseNumberOf, isCaseNumber } from './case-number.rules';

describe('a case number', () => {
  it('is short, and written in groups', () => {
    expect(caseNumberOf(482109)).toBe('C-482-109-6');
    expect(caseNumberOf(7)).toBe('C-000-007-5');
  });

  it('is recognised with and without its dashes', () => {
    fc.assert(
      fc.property(fc.nat(CASE_NUMBERS - 1), (drawn) => {
        const number = caseNumberOf(drawn);
        return isCaseNumber(number) && isCaseNumber(number.replaceAll('-', '').toLowerCase());
      }),
    );
  });

  it('is not accepted with one wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(CASE_NUMBERS - 1), fc.nat(6), fc.integer({ min: 1, max: 9 }), (drawn, place, by) => {
        const digits = [...caseNumberOf(drawn).replaceAll(/\D/g, '')];
        digits[place] = String((Number(digits[place]) + by) % 10);
        return !isCaseNumber(`C${digits.join('')}`);
      }),
    );
  });
});
