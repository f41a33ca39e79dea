import { hash, randomBytes } from 'node:crypto';

/** Nobody guesses 256 random bits, so that a plain hash is enough to keep them. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOfSecret = (secret: string): string => hash('sha256', secret, 'base64url');
