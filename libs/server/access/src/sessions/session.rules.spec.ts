import { needsTouch, standingOf } from './session.rules';

const session = { lastUsedAt: new Date('2026-01-01T08:00:00Z'), endsAt: new Date('2026-01-01T20:00:00Z'), lockedAt: null };

describe('a session', () => {
  it.each([
    ['open', session, '2026-01-01T08:59:59Z'],
    ['ended', session, '2026-01-01T09:00:00Z'],
    ['ended', { ...session, lastUsedAt: new Date('2026-01-01T19:59:00Z') }, '2026-01-01T20:00:00Z'],
    ['locked', { ...session, lockedAt: new Date('2026-01-01T08:10:00Z') }, '2026-01-01T08:30:00Z'],
  ])('is %s', (standing, given, now) => {
    expect(standingOf(given, new Date(now))).toBe(standing);
  });

  it('writes its last use at most once a minute', () => {
    expect(needsTouch(session, new Date('2026-01-01T08:00:59Z'))).toBe(false);
    expect(needsTouch(session, new Date('2026-01-01T08:01:00Z'))).toBe(true);
  });
});
