import { DomainError } from '@sampan/kernel';

/** Long enough to be handed over on the next day at work. */
export const LINK_HOURS = 24;

/** Unknown, used, too old and of a closed account are one answer: nothing of the account is told. */
export const linkNotValid = (): DomainError =>
  new DomainError('not-found', 'LINK_NOT_VALID', 'This link is not valid any more. Ask your administrator for a new one.');

/** In the fragment, which no browser sends: the token stands in no log. */
export const addressOfLink = (publicUrl: string, token: string): string => `${publicUrl}/choose-password#${token}`;
