import type { Request, Response } from 'express';
import type { OpenedSession } from './sessions';
import { LONGEST_HOURS } from './session.rules';

export const SESSION_COOKIE = 'sampan_session';
/** Angular reads this cookie and sends it back as the header below; another site cannot. */
export const CSRF_COOKIE = 'XSRF-TOKEN';
export const CSRF_HEADER = 'x-xsrf-token';

export const tokenOf = (request: Request): string | undefined => {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[SESSION_COOKIE];
  return typeof value === 'string' && value.length <= 200 ? value : undefined;
};

export const giveCookies = (response: Response, { token, csrfToken }: OpenedSession, secure: boolean): void => {
  const common = { secure, sameSite: 'lax', path: '/', maxAge: LONGEST_HOURS * 3_600_000 } as const;
  response.cookie(SESSION_COOKIE, token, { ...common, httpOnly: true });
  response.cookie(CSRF_COOKIE, csrfToken, { ...common, httpOnly: false });
};

export const takeCookies = (response: Response): void => {
  response.clearCookie(SESSION_COOKIE, { path: '/' });
  response.clearCookie(CSRF_COOKIE, { path: '/' });
};
