import fc from 'fast-check';
import { mintReference, readReference, showReference } from './person-reference.rules';

const reference = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(mintReference);

describe('the reference of a person', () => {
  it('is nine digits with hyphens and never begins with 0', () => {
    expect(showReference(mintReference(Uint8Array.from([3, 0, 7, 3, 1, 5, 2, 9])))).toBe('4073-1529-4');
    fc.assert(fc.property(reference, (digits) => /^[1-9]\d{8}$/u.test(digits)));
  });

  it('is read with or without hyphens, in the digits of any script', () => {
    expect(readReference('4073-1529-4')).toBe('407315294');
    expect(readReference('៤០៧៣ ១៥២៩ ៤')).toBe('407315294');
  });

  it('shows when one digit was misheard', () => {
    fc.assert(
      fc.property(reference, fc.nat(8), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const wrong = (Number(digits[place]) + shift) % 10;
        return readReference(digits.slice(0, place) + wrong + digits.slice(place + 1)) === null;
      }),
    );
  });

  it('shows when two neighbours were swapped', () => {
    fc.assert(
      fc.property(reference, fc.nat(7), (digits, place) => {
        const [one = '', other = ''] = digits.slice(place, place + 2);
        return one === other || readReference(digits.slice(0, place) + other + one + digits.slice(place + 2)) === null;
      }),
    );
  });
});
