export type ErrorKind = 'not-found' | 'conflict' | 'rule-broken' | 'not-allowed' | 'signed-out' | 'too-many' | 'unavailable' | 'bad-input';

/**
 * What a room throws when the answer is no. The HTTP edge turns `kind` into a status, once.
 * `message` is shown to people who read no translation of `code`: no personal data in it.
 * `details` is sent along (both values of a conflict, what is missing for a gate).
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

/** "Does not exist" and "you may not see it" are one answer. */
export const notFound = (code: string, what: string): DomainError =>
  new DomainError('not-found', code, `${what} does not exist, or you may not see it.`);

export const conflict = (code: string, sentence: string, details?: Record<string, unknown>): DomainError =>
  new DomainError('conflict', code, sentence, details);

export const ruleBroken = (code: string, sentence: string, details?: Record<string, unknown>): DomainError =>
  new DomainError('rule-broken', code, sentence, details);

export const notAllowed = (code: string, sentence: string): DomainError => new DomainError('not-allowed', code, sentence);

/** For input whose shape only a service can judge (a file's content, say). */
export const badInput = (code: string, sentence: string, details?: Record<string, unknown>): DomainError =>
  new DomainError('bad-input', code, sentence, details);
