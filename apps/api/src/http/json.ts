import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';

const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * Express makes bytes of a text before it sends it, so that the head and the body are written one after the other. Left as
 * a text, Node sends both in one write; of a list that is a tenth of the whole request.
 */
export const sendInOneWrite = (app: NestExpressApplication): void => {
  const { response } = app.getHttpAdapter().getInstance() as { response: Response };
  const inTwo = response.json;
  response.json = function (this: Response, body: unknown) {
    const text = WITHOUT_BODY.has(this.statusCode) || this.req.method === 'HEAD' ? undefined : JSON.stringify(body);
    if (text === undefined) {
      return inTwo.call(this, body);
    }
    if (!this.hasHeader('Content-Type')) {
      this.setHeader('Content-Type', 'application/json; charset=utf-8');
    }
    this.setHeader('Content-Length', Buffer.byteLength(text));
    return this.end(text);
  };
};
