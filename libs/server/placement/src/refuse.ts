import type { DomainError } from '@sampan/kernel';

/** Throws what a rule answered, if it answered no. */
export const refuse = (why: DomainError | null): void => {
  if (why) {
    throw why;
  }
};
