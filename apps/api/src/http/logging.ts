import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId, type Config } from '@sampan/kernel';
import type { Params } from 'nestjs-pino';

/** One line per request: who asked is an id, and the address is the route without its parameters' values. */
export const logging = (config: Config): Params => ({
  pinoHttp: {
    level: config.logLevel,
    genReqId: (_: IncomingMessage, response: ServerResponse) => {
      const id = newId();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    autoLogging: { ignore: (request) => /^\/(health|metrics)/.test(request.url ?? '') },
    serializers: {
      req: (request: { id: unknown; method: string; raw?: { route?: { path?: string } } }) => ({ id: request.id, method: request.method, route: request.raw?.route?.path }),
      res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
      err: (error: { type?: string }) => ({ type: error.type }),
    },
  },
});
