import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { static as serveStatic } from 'express';
import type { WithNonce } from './edge';

const HASHED = /[-.][A-Z0-9]{8,}\.(js|css|woff2?)$/;
const NOT_PAGES = /^\/(api|health|metrics)(\/|$)/;

/** The web's files: hashed ones for ever, the rest asked for anew each time; any other address is a page of the app. */
export const serveWeb = (app: NestExpressApplication, webDir: string): void => {
  const indexFile = join(webDir, 'index.html');
  if (!existsSync(indexFile)) {
    return;
  }
  const index = readFileSync(indexFile, 'utf8');
  app.use(
    serveStatic(webDir, {
      index: false,
      setHeaders: (response, path) => response.setHeader('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  app.use((request: Request, response: Response & { locals: WithNonce }, next: NextFunction) => {
    if (request.method !== 'GET' || NOT_PAGES.test(request.path) || !request.accepts('html') || /\.\w{2,5}$/.test(request.path)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache').type('html').send(index.replaceAll('%CSP_NONCE%', response.locals.cspNonce ?? ''));
  });
};
