/** Idle for this long is signed out; a shared tablet is locked by the web much sooner. */
export const IDLE_MINUTES = 60;
export const LONGEST_HOURS = 12;
/** The last use is written at most this often: a read should not cost a write. */
export const TOUCH_SECONDS = 60;

export type SessionStanding = 'open' | 'locked' | 'ended';

export const standingOf = (session: { lastUsedAt: Date; endsAt: Date; lockedAt: Date | null }, now: Date): SessionStanding => {
  if (now >= session.endsAt || now.getTime() - session.lastUsedAt.getTime() >= IDLE_MINUTES * 60_000) {
    return 'ended';
  }
  return session.lockedAt ? 'locked' : 'open';
};

export const needsTouch = (session: { lastUsedAt: Date }, now: Date): boolean => now.getTime() - session.lastUsedAt.getTime() >= TOUCH_SECONDS * 1000;
