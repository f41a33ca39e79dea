import { createHash, timingSafeEqual } from 'node:crypto';

const THIS_MACHINE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** With a token, whoever shows it and nobody else; without one, this machine only. */
export const mayReadMetrics = (token: string | null, { address, authorization = '' }: { address: string; authorization?: string | undefined }): boolean =>
  token === null ? THIS_MACHINE.has(address) : timingSafeEqual(digest(`Bearer ${token}`), digest(authorization));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
