import type { Request, Response } from 'express';
import type { OpenedSession } from './sessions';
import { PENDING_SECONDS } from '../sign-in/sign-in.rules';
import { LONGEST_HOURS } from './session.rules';

export const SESSION_COOKIE = 'sampan_session';
/** Angular reads this cookie and sends it back as the header below; another site cannot. */
export const CSRF_COOKIE = 'XSRF-TOKEN';
export const CSRF_HEADER = 'x-xsrf-token';

/** Between the two steps of signing in. */
const PENDING_COOKIE = 'sampan_pending';
const PENDING_PATH = '/api/v1/auth';

const cookieOf = (request: Request, name: string): string | undefined => {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && value.length <= 200 ? value : undefined;
};

export const tokenOf = (request: Request): string | undefined => cookieOf(request, SESSION_COOKIE);

export const pendingTokenOf = (request: Request): string | undefined => cookieOf(request, PENDING_COOKIE);

export const givePending = (response: Response, token: string, secure: boolean): void => {
  response.cookie(PENDING_COOKIE, token, { secure, sameSite: 'lax', httpOnly: true, path: PENDING_PATH, maxAge: PENDING_SECONDS * 1000 });
};

export const giveCookies = (response: Response, { token, csrfToken }: OpenedSession, secure: boolean): void => {
  const common = { secure, sameSite: 'lax', path: '/', maxAge: LONGEST_HOURS * 3_600_000 } as const;
  response.clearCookie(PENDING_COOKIE, { path: PENDING_PATH });
  response.cookie(SESSION_COOKIE, token, { ...common, httpOnly: true });
  response.cookie(CSRF_COOKIE, csrfToken, { ...common, httpOnly: false });
};

export const takeCookies = (response: Response): void => {
  response.clearCookie(SESSION_COOKIE, { path: '/' });
  response.clearCookie(CSRF_COOKIE, { path: '/' });
};
