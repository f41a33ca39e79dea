import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';

/** `v2.<key id>.<body>`; the id says which key opens it. `v1.<body>`, from before keys had ids, is tried with each key. */
const VERSION = 'v2';
const WITHOUT_KEY_ID = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^(?:v1|v2\.([\w-]{8}))\.([\w-]+)$/;

interface Key {
  readonly id: string;
  /** Key objects, because a key in plain bytes is prepared anew, five times as long, for every value. */
  readonly encryption: KeyObject;
  readonly lookUp: KeyObject;
}

/** Both keys are derived from the configured one (HKDF-SHA-256), so that a hash never helps to decrypt; so is the id, which tells nothing about it. */
const keyOf = (configured: Buffer): Key => {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', configured, '', `sampan/${purpose}`, 32));
  return { id: derive('key-id').toString('base64url').slice(0, 8), encryption: createSecretKey(derive('encrypt')), lookUp: createSecretKey(derive('look-up')) };
};

/**
 * AES-256-GCM for what must not be readable in the database, and a keyed hash to look such values up.
 * The first key writes; the former ones only read, until `rotate-keys` has rewritten what they sealed.
 */
@Injectable()
export class Cipher {
  private readonly keys: readonly [Key, ...Key[]];

  constructor({ encryptionKey, previousEncryptionKeys }: Config) {
    this.keys = [keyOf(encryptionKey), ...previousEncryptionKeys.map(keyOf)];
  }

  /** The key that writes, then those that only read. Not secret. */
  get keyIds(): readonly string[] {
    return this.keys.map(({ id }) => id);
  }

  /** What everything begins with that {@link encrypt} makes with today's key. */
  get mark(): string {
    return `${VERSION}.${this.keys[0].id}.`;
  }

  encrypt(text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keys[0].encryption, iv).setAAD(Buffer.from(this.mark));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${this.mark}${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** Throws when the text was not made by {@link encrypt} with a key that is known here, or was changed. */
  decrypt(text: string): string {
    const [, id, body] = SEALED.exec(text) ?? [];
    if (!body) {
      throw new Error('Not a sealed text of this product.');
    }
    if (id === undefined) {
      return this.decryptWithAnyKey(body);
    }
    const key = this.keys.find((known) => known.id === id);
    if (!key) {
      throw new Error(`Sealed with the key ${id}, which is not among SAMPAN_ENCRYPTION_KEY and SAMPAN_PREVIOUS_ENCRYPTION_KEYS.`);
    }
    return open(key, body, `${VERSION}.${id}.`);
  }

  /** Equal texts have equal hashes; without the key nobody can try out candidates. `purpose` keeps columns apart. */
  keyedHash(purpose: string, text: string): string {
    return hash(this.keys[0], purpose, text);
  }

  /** The hash by each key, today's first: what to look for while `rotate-keys` has not been everywhere yet. */
  keyedHashes(purpose: string, text: string): string[] {
    return this.keys.map((key) => hash(key, purpose, text));
  }

  private decryptWithAnyKey(body: string): string {
    for (const key of this.keys) {
      try {
        return open(key, body, null);
      } catch {
        // Another key may fit.
      }
    }
    throw new Error(`A sealed text (${WITHOUT_KEY_ID}) does not open with any of the configured keys.`);
  }
}

const open = (key: Key, body: string, mark: string | null): string => {
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.encryption, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  if (mark !== null) {
    decipher.setAAD(Buffer.from(mark));
  }
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
};

const hash = (key: Key, purpose: string, text: string): string => createHmac('sha256', key.lookUp).update(`${purpose}\0${text}`).digest('base64url');
