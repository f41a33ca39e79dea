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
