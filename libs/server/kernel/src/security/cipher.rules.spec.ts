import { readConfig } from '../config/config';
import { Cipher } from './cipher';

const cipherWith = (byte: number): Cipher =>
  new Cipher(readConfig({ DATABASE_URL: 'postgres://u@127.0.0.1/x', SAMPAN_ENCRYPTION_KEY: Buffer.alloc(32, byte).toString('base64') }));

describe('sealed text', () => {
  const cipher = cipherWith(1);

  it('opens with its key, and looks different every time', () => {
    const [one, two] = [cipher.encrypt('N0123456'), cipher.encrypt('N0123456')];
    expect(one).not.toBe(two);
    expect(cipher.decrypt(one)).toBe('N0123456');
    expect(cipher.decrypt(two)).toBe('N0123456');
  });

  it('does not open with another key, nor when one letter was changed', () => {
    const sealed = cipher.encrypt('N0123456');
    expect(() => cipherWith(2).decrypt(sealed)).toThrow();
    const spoilt = sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2);
    expect(() => cipher.decrypt(spoilt)).toThrow();
    expect(() => cipher.decrypt('N0123456')).toThrow();
  });

  it('is looked up by a hash that depends on the key and on the purpose', () => {
    expect(cipher.keyedHash('document', 'N1')).toBe(cipher.keyedHash('document', 'N1'));
    expect(cipher.keyedHash('document', 'N1')).not.toBe(cipher.keyedHash('phone', 'N1'));
    expect(cipher.keyedHash('document', 'N1')).not.toBe(cipherWith(2).keyedHash('document', 'N1'));
  });
});

describe('sealed text while keys change', () => {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
  const cipherOf = (now: number, ...former: number[]): Cipher =>
    new Cipher(readConfig({ DATABASE_URL: 'postgres://u@127.0.0.1/x', SAMPAN_ENCRYPTION_KEY: key(now), SAMPAN_PREVIOUS_ENCRYPTION_KEYS: former.map(key).join(', ') }));

  it('opens with a former key and is sealed with the new one', () => {
    const old = cipherOf(1).encrypt('N0123456');
    const both = cipherOf(2, 1);
    expect(both.decrypt(old)).toBe('N0123456');
    expect(cipherOf(2).decrypt(both.encrypt('N1'))).toBe('N1');
    expect(() => cipherOf(1).decrypt(both.encrypt('N1'))).toThrow('not among');
  });

  it('opens what was sealed before keys had ids', () => {
    // Made by the release before key ids, with the key of thirty-two ones.
    const former = 'v1.521JcoOKA_LLvKbnxDMoi5gOqWufrtx2ASo2n7nedJGKZ0S5';
    expect(cipherOf(1).decrypt(former)).toBe('N0123456');
    expect(cipherOf(2, 1).decrypt(former)).toBe('N0123456');
    expect(() => cipherOf(2).decrypt(former)).toThrow('any of the configured keys');
  });

  it('is not taken for one of another key by its mark', () => {
    const both = cipherOf(2, 1);
    const body = cipherOf(1).encrypt('N0123456').split('.')[2];
    expect(() => both.decrypt(`${both.mark}${body}`)).toThrow();
    expect(() => cipherOf(1).decrypt(`v1.${body}`)).toThrow();
  });

  it('is found by the hash of every key, the new one first', () => {
    expect(cipherOf(2, 1).keyedHashes('document', 'N1')).toEqual([cipherOf(2).keyedHash('document', 'N1'), cipherOf(1).keyedHash('document', 'N1')]);
  });
});
