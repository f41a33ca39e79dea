import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '@sampan/kernel';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { sendInOneWrite } from './json';
import { validation } from './validation';
import { serveWeb } from './web-files';

export const API_PREFIX = 'api/v1';
export const OUTSIDE_PREFIX = ['health/live', 'health/ready', 'metrics'];

export interface WithNonce {
  cspNonce?: string;
}

/** Everything between the socket and the rooms. */
export const dressEdge = (app: NestExpressApplication, config: Config): void => {
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  // A hash of every answer, for answers that differ whenever they are asked again.
  app.disable('etag');
  sendInOneWrite(app);
  app.use(protection(config));
  app.use(smaller());
  app.use(cookieParser());
  app.useBodyParser('json', { limit: '1mb' });
  app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_PREFIX });
  app.useGlobalPipes(validation());
  if (config.webDir) {
    serveWeb(app, config.webDir);
  }
  app.use(nowhere);
};

const SOMEWHERE = /^\/(api\/(v1|docs)(\/.*)?|api\/docs-(json|yaml)|health\/(live|ready)|metrics)$/;

/** Express' own page for an address that does not exist would quote the address back. */
const nowhere = (request: Request & { id?: unknown }, response: Response, next: NextFunction): void => {
  if (SOMEWHERE.test(request.path)) {
    next();
    return;
  }
  const problem = { type: 'about:blank', title: 'Not found', status: 404, code: 'ROUTE_NOT_FOUND', detail: 'The request could not be understood.', requestId: String(request.id ?? '') };
  response.status(404).type('application/problem+json').send(JSON.stringify(problem));
};

/** Whoever takes nothing smaller (a program on the same machine, a proxy that does it itself) is not asked again by every part of the answer. */
const smaller = () => {
  const compress = compression();
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.headers['accept-encoding']) {
      compress(request, response, next);
      return;
    }
    response.setHeader('Vary', 'Accept-Encoding');
    next();
  };
};

const giveNonce = (response: Response & { locals: WithNonce }): void => {
  response.locals.cspNonce = randomBytes(16).toString('base64');
};

/** What such a protection says is the same for every answer: it is asked once. */
const headersOf = (protect: ReturnType<typeof helmet>): readonly (readonly [name: string, value: string])[] => {
  const headers = new Map<string, string>();
  const recorder = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader: (name: string) => headers.delete(name) };
  protect({} as Request, recorder as unknown as Response, (error?: unknown) => {
    if (error) {
      throw error as Error;
    }
  });
  return [...headers];
};

const protection = (config: Config) => {
  const common = {
    // Plain http on a local network has no https to upgrade to.
    hsts: config.publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  } as const;
  const directives = {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  };
  const nonce = (_: unknown, response: unknown) => `'nonce-${(response as { locals: WithNonce }).locals.cspNonce}'`;
  const product = helmet({ ...common, contentSecurityPolicy: { directives: { ...directives, styleSrc: ["'self'", nonce], scriptSrc: ["'self'", nonce] } } });
  // Data, never a page: nothing that it names may be loaded by a browser that is shown it.
  const data = headersOf(helmet({ ...common, contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } }));
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path.startsWith(`/${API_PREFIX}/`)) {
      // On a shared tablet the next person must not find it in the browser's store; a route may say otherwise.
      response.setHeader('Cache-Control', 'no-store');
      data.forEach(([name, value]) => response.setHeader(name, value));
      next();
      return;
    }
    giveNonce(response);
    product(request, response, next);
  };
};
