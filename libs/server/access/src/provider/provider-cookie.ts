import type { Request, Response } from 'express';
import { secureCookie } from '../sessions/session-cookie';
import { AT_PROVIDER_SECONDS } from './provider-sign-in.rules';

const VISIT_COOKIE = 'sampan_provider';
const VISIT_PATH = '/api/v1/auth/provider';
const LONGEST_VISIT = 2_000;

export const visitOf = (request: Request, secure: boolean): string | undefined => {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[secureCookie(VISIT_COOKIE, secure)];
  return typeof value === 'string' && value.length <= LONGEST_VISIT ? value : undefined;
};

/** Lax, not strict: the provider's page sends the browser back to us. */
export const giveVisit = (response: Response, visit: string, secure: boolean): void => {
  response.cookie(secureCookie(VISIT_COOKIE, secure), visit, { secure, sameSite: 'lax', httpOnly: true, path: VISIT_PATH, maxAge: AT_PROVIDER_SECONDS * 1000 });
};

export const takeVisit = (response: Response, secure: boolean): void => {
  response.clearCookie(secureCookie(VISIT_COOKIE, secure), { path: VISIT_PATH, secure });
};
