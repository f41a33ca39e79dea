import { ruleBroken, type DomainError } from '@sampan/kernel';

/**
 * What begins something new at a centre. A closed centre refuses these; everything else goes on there until it is finished:
 * sessions, registers, certificates, cases, follow-ups, corrections.
 */
export const BEGINNINGS = ['account', 'registration', 'import', 'cohort', 'enrolment'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** @param closedOn the last day of the centre, or null while it is open */
export const whyNotBegin = (closedOn: string | null, beginning: Beginning): DomainError | null =>
  closedOn === null ? null : ruleBroken('CENTRE_CLOSED', 'This centre is closed: nothing new begins there. What has begun can be finished.', { beginning, closedOn });
