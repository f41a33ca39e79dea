import { Logger, type INestApplicationContext } from '@nestjs/common';
import { asPartOf, Metrics, newId, Traces, type RequestWithViewer } from '@sampan/kernel';
import type { NextFunction, Request, Response } from 'express';

type Observed = Request & RequestWithViewer & { id?: string; route?: { path?: string } };

/** Whoever watches the machine asks these all day. */
const WATCHED = /^\/(health|metrics)/;

/**
 * Around everything else: each request has an id, and log, metrics and traces are told what it was and how it ended. Who asked
 * is an id, and the address is the pattern of the route: neither values of an address nor headers are ever written down.
 */
export const observing = (app: INestApplicationContext) => {
  const [metrics, traces, logger] = [app.get(Metrics), app.get(Traces), new Logger('Request')];
  return (request: Observed, response: Response, next: NextFunction): void => {
    const began = performance.now();
    const { method, path } = request;
    const requestId = (request.id = newId());
    response.setHeader('X-Request-Id', requestId);
    const isWatched = WATCHED.test(path);
    const parent = request.headers['traceparent'];
    const span = isWatched ? undefined : traces.begin({ name: method, kind: 'server', parent: typeof parent === 'string' ? parent : undefined, facts: { 'http.request.method': method } });
    const about = {
      requestId,
      span,
      get account() {
        return request.viewer?.userId;
      },
    };
    response.once('close', () => {
      const ms = performance.now() - began;
      const route = request.route?.path ?? 'other';
      const status = response.statusCode;
      metrics.requests.observe({ method, route, status: String(status) }, ms / 1_000);
      span?.end({ name: `${method} ${route}`, facts: { 'http.route': route, 'http.response.status_code': status }, failure: status >= 500 ? String(status) : undefined });
      if (isWatched) {
        return;
      }
      const line = { method, route, status, ms: Math.round(ms), ...(request.viewer?.apiTokenId ? { apiToken: request.viewer.apiTokenId } : {}), ...(response.writableFinished ? {} : { cutOff: true }) };
      asPartOf(about, () => (status >= 500 ? logger.warn(line, 'request') : logger.log(line, 'request')));
    });
    asPartOf(about, next);
  };
};
