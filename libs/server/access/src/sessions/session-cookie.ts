import type { Request, Response } from 'express';
import type { OpenedSession } from './sessions';
import { PENDING_SECONDS } from '../sign-in/sign-in.rules';
import { LONGEST_HOURS } from './session.rules';

const SESSION_COOKIE = 'sampan_session';
/** The web reads this cookie and sends it back as the header below; another site cannot. */
const CSRF_COOKIE = 'XSRF-TOKEN';
export const CSRF_HEADER = 'x-xsrf-token';

/** Between the two steps of signing in. */
const PENDING_COOKIE = 'sampan_pending';
const PENDING_PATH = '/api/v1/auth';

/**
 * With https a browser keeps a cookie of such a name only from us, for us alone and over https: not from a neighbour of the
 * same domain, nor from somebody who answers in our place without https. `__Host-` is for cookies of the whole address.
 */
export const hostCookie = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);
export const secureCookie = (name: string, secure: boolean): string => (secure ? `__Secure-${name}` : name);

const cookieOf = (request: Request, name: string): string | undefined => {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && value.length <= 200 ? value : undefined;
};

export const tokenOf = (request: Request, secure: boolean): string | undefined => cookieOf(request, hostCookie(SESSION_COOKIE, secure));

export const pendingTokenOf = (request: Request, secure: boolean): string | undefined => cookieOf(request, secureCookie(PENDING_COOKIE, secure));

export const givePending = (response: Response, token: string, secure: boolean): void => {
  response.cookie(secureCookie(PENDING_COOKIE, secure), token, { secure, sameSite: 'lax', httpOnly: true, path: PENDING_PATH, maxAge: PENDING_SECONDS * 1000 });
};

export const giveCookies = (response: Response, { token, csrfToken }: OpenedSession, secure: boolean): void => {
  const common = { secure, sameSite: 'lax', path: '/', maxAge: LONGEST_HOURS * 3_600_000 } as const;
  response.clearCookie(secureCookie(PENDING_COOKIE, secure), { path: PENDING_PATH, secure });
  response.cookie(hostCookie(SESSION_COOKIE, secure), token, { ...common, httpOnly: true });
  response.cookie(hostCookie(CSRF_COOKIE, secure), csrfToken, { ...common, httpOnly: false });
};

export const takeCookies = (response: Response, secure: boolean): void => {
  response.clearCookie(hostCookie(SESSION_COOKIE, secure), { path: '/', secure });
  response.clearCookie(hostCookie(CSRF_COOKIE, secure), { path: '/', secure });
};
