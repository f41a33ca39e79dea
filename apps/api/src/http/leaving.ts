import type { Stopping } from '@sampan/kernel';
import type { NextFunction, Request, Response } from 'express';

/** A connection that is kept open would bring its next request to somebody who is leaving. */
export const sendElsewhereWhenStopping =
  (stopping: Stopping) =>
  (_: Request, response: Response, next: NextFunction): void => {
    if (stopping.hasBegun) {
      response.setHeader('Connection', 'close');
    }
    next();
  };
