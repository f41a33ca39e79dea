import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import type { Config } from '@sampan/kernel';

/** `SAMPANB1`, two bytes length, a header in JSON, then chunks. */
const MAGIC = Buffer.from('SAMPANB1');
const CHUNK = 65_536;
const TAG = 16;
/** 128 MiB and about half a second for each guess. */
const SCRYPT = { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

type Secret = Pick<Config, 'backupKey' | 'backupPassphrase'>;

interface Header {
  readonly secret: 'key' | 'passphrase';
  readonly salt: string;
  readonly noncePrefix: string;
}

/** What is wrong with an archive, in a sentence for whoever wants to restore it. */
export class ArchiveRefused extends Error {}

const keyFor = ({ backupKey, backupPassphrase }: Secret, { secret, salt }: Header): Buffer => {
  const bytes = Buffer.from(salt, 'base64');
  if (secret === 'key' && backupKey) {
    return Buffer.from(hkdfSync('sha256', backupKey, bytes, 'sampan/backup', 32));
  }
  if (secret === 'passphrase' && backupPassphrase) {
    return scryptSync(backupPassphrase, bytes, 32, SCRYPT);
  }
  throw new ArchiveRefused(`The archive is closed with a ${secret}: set ${secret === 'key' ? 'SAMPAN_BACKUP_KEY' : 'SAMPAN_BACKUP_PASSPHRASE'}.`);
};

/** Twelve bytes that never repeat under one key: the order of the chunks and where they end are part of them. */
const nonceOf = (prefix: Buffer, count: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(count, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

/** AES-256-GCM in chunks; the header is authenticated with each of them. */
export const sealArchive = (secret: Secret) =>
  async function* seal(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    if (!secret.backupKey && !secret.backupPassphrase) {
      throw new ArchiveRefused('Set SAMPAN_BACKUP_KEY (openssl rand -base64 32) or SAMPAN_BACKUP_PASSPHRASE: backups are never written in the clear.');
    }
    const prefix = randomBytes(7);
    const header: Header = { secret: secret.backupKey ? 'key' : 'passphrase', salt: randomBytes(32).toString('base64'), noncePrefix: prefix.toString('base64') };
    const key = keyFor(secret, header);
    const text = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(text.length);
    const head = Buffer.concat([MAGIC, length, text]);
    const aad = createHash('sha256').update(head).digest();
    yield head;
    let count = 0;
    const chunk = (plain: Buffer, last: boolean): Buffer => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, count, last)).setAAD(aad);
      count += 1;
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    };
    let waiting: Buffer = Buffer.alloc(0);
    for await (const bytes of source) {
      waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
      while (waiting.length > CHUNK) {
        yield chunk(waiting.subarray(0, CHUNK), false);
        waiting = waiting.subarray(CHUNK);
      }
    }
    yield chunk(waiting, true);
  };

/** Gives nothing that was not proven: a wrong key, a changed byte, a missing end or something behind it throw {@link ArchiveRefused}. */
export const openArchive = async function* (source: AsyncIterable<Buffer>, secret: Secret): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  const iterator = source[Symbol.asyncIterator]();
  const fill = async (wanted: number): Promise<void> => {
    const parts = [waiting];
    for (let have = waiting.length; have < wanted; ) {
      const { value, done } = await iterator.next();
      if (done) {
        break;
      }
      parts.push(value);
      have += value.length;
    }
    waiting = parts.length === 1 ? waiting : Buffer.concat(parts);
  };
  await fill(MAGIC.length + 2);
  if (waiting.length < MAGIC.length + 2 || !waiting.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new ArchiveRefused('This is not a backup of Sampan.');
  }
  const end = MAGIC.length + 2 + waiting.readUInt16BE(MAGIC.length);
  await fill(end);
  const head = waiting.subarray(0, end);
  const header = headerOf(head.subarray(MAGIC.length + 2));
  const aad = createHash('sha256').update(head).digest();
  const key = keyFor(secret, header);
  const prefix = Buffer.from(header.noncePrefix, 'base64');
  waiting = waiting.subarray(end);
  for (let count = 0; ; count += 1) {
    await fill(CHUNK + TAG + 1);
    const last = waiting.length <= CHUNK + TAG;
    const sealed = waiting.subarray(0, CHUNK + TAG);
    waiting = waiting.subarray(sealed.length);
    yield openChunk(key, nonceOf(prefix, count, last), aad, sealed, count);
    if (last) {
      return;
    }
  }
};

const headerOf = (text: Buffer): Header => {
  try {
    return JSON.parse(text.toString('utf8')) as Header;
  } catch {
    throw new ArchiveRefused('The head of the archive is damaged.');
  }
};

const openChunk = (key: Buffer, nonce: Buffer, aad: Buffer, sealed: Buffer, count: number): Buffer => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(aad);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  } catch {
    throw new ArchiveRefused(
      count === 0
        ? 'The archive does not open: the key or passphrase is another one, or its beginning was changed.'
        : `The archive was changed or cut off: part ${count + 1} is not what was written.`,
    );
  }
};
