import { codeFrom, isSameCode } from './set-up-code.rules';

const code = codeFrom(Buffer.from('0102030405060708090aff', 'hex'));

describe('the code of the set-up', () => {
  it('is two groups of five letters that cannot be mistaken', () => {
    expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{5}-[A-HJKMNP-TV-Z2-9]{5}$/);
  });

  it('is known again however it is typed, and only then', () => {
    expect(isSameCode(` ${code.toLowerCase().replace('-', ' ')} `, code)).toBe(true);
    expect(isSameCode(code.slice(0, -1), code)).toBe(false);
    expect(isSameCode(codeFrom(Buffer.alloc(10, 7)), code)).toBe(false);
    expect(isSameCode('', code)).toBe(false);
  });
});
