import { DomainError } from '../errors/domain-error';

/** Nobody there, gone in the middle, or just starting or stopping. */
const LOST = /^(08...|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** A statement or a lock took longer than is patience; or there is no connection left. */
const SLOW = /^(57014|55P03|53300)$/;
const FULL = /^(53100|ENOSPC|EDQUOT)$/;

/** pg's own words where it has no code. */
const LOST_WORDS = /^(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable)/;
const SLOW_WORDS = /^timeout exceeded when trying to connect/;

/** What keeps the product from serving just now, as a refusal that says so; null when it is something else. */
export const unavailabilityOf = (error: unknown): DomainError | null => {
  const { code = '', message = '' } = error as { code?: unknown; message?: string };
  const is = (codes: RegExp, words?: RegExp): boolean => codes.test(String(code)) || (words?.test(message) ?? false);
  if (is(LOST, LOST_WORDS)) {
    return new DomainError('unavailable', 'DATABASE_UNAVAILABLE', 'The database does not answer. Try again in a moment; the same request has one effect.');
  }
  if (is(SLOW, SLOW_WORDS)) {
    return new DomainError('unavailable', 'DATABASE_SLOW', 'The database takes too long. Nothing was changed; try again in a moment.');
  }
  return is(FULL) ? new DomainError('unavailable', 'DISK_FULL', 'There is no space left to keep this. Nothing was changed.') : null;
};
