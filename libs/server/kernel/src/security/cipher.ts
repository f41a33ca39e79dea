import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM for what must not be readable in the database, and a keyed hash to look such values up.
 * Both keys are derived from the configured one (HKDF-SHA-256), so that a hash never helps to decrypt.
 */
@Injectable()
export class Cipher {
  private readonly encryptionKey: Buffer;
  private readonly hashKey: Buffer;

  constructor(config: Config) {
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', config.encryptionKey, '', `sampan/${purpose}`, 32));
    this.encryptionKey = derive('encrypt');
    this.hashKey = derive('look-up');
  }

  encrypt(text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** Throws when the text was not made by {@link encrypt} with the same key, or was changed. */
  decrypt(text: string): string {
    const [version, body] = text.split('.');
    if (version !== VERSION || !body) {
      throw new Error('Not a sealed text of this product.');
    }
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  /** Equal texts have equal hashes; without the key nobody can try out candidates. `purpose` keeps columns apart. */
  keyedHash(purpose: string, text: string): string {
    return createHmac('sha256', this.hashKey).update(`${purpose}\0${text}`).digest('base64url');
  }
}
