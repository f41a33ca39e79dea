import type { Request, Response } from 'express';
import { AT_PROVIDER_SECONDS } from './provider-sign-in.rules';

const VISIT_COOKIE = 'sampan_provider';
const VISIT_PATH = '/api/v1/auth/provider';
const LONGEST_VISIT = 2_000;

export const visitOf = (request: Request): string | undefined => {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[VISIT_COOKIE];
  return typeof value === 'string' && value.length <= LONGEST_VISIT ? value : undefined;
};

/** Lax, not strict: the provider's page sends the browser back to us. */
export const giveVisit = (response: Response, visit: string, secure: boolean): void => {
  response.cookie(VISIT_COOKIE, visit, { secure, sameSite: 'lax', httpOnly: true, path: VISIT_PATH, maxAge: AT_PROVIDER_SECONDS * 1000 });
};

export const takeVisit = (response: Response): void => {
  response.clearCookie(VISIT_COOKIE, { path: VISIT_PATH });
};
