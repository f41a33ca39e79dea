import { DomainError } from '@sampan/kernel';

const FREE_FAILURES = 5;
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3_600;
/** Failures older than this are forgotten. */
const FORGOTTEN_AFTER_SECONDS = 86_400;

/** How long one must wait after so many failures, in seconds: nothing for the first five, then 30 s, doubling to an hour. */
export const pauseAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (failures - FREE_FAILURES));

/** Seconds until the next try is allowed; 0 when it is now. */
export const secondsToWait = (attempt: { failures: number; lastFailedAt: Date } | null, now: Date): number => {
  if (!attempt) {
    return 0;
  }
  const passed = (now.getTime() - attempt.lastFailedAt.getTime()) / 1000;
  return attempt.lastFailedAt < forgottenBefore(now) ? 0 : Math.max(0, Math.ceil(pauseAfter(attempt.failures) - passed));
};

/** Failures from before this moment no longer count. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - FORGOTTEN_AFTER_SECONDS * 1000);

/** How long the second step may take. */
export const PENDING_SECONDS = 300;

export const tooManyTries = (seconds: number): DomainError =>
  new DomainError('too-many', 'SIGN_IN_PAUSED', 'Too many failed attempts. Wait a little and try again.', { seconds });
