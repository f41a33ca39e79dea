import { createHash, randomBytes } from 'node:crypto';

/** Nobody guesses 256 random bits, so that a plain hash is enough to keep them. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
