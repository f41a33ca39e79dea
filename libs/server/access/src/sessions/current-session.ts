import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SessionWithUser } from './sessions.repository';

export interface RequestWithSession {
  openSession?: SessionWithUser;
}

/** The session that the guard has found. Only on routes that an API token never reaches (`account.use`). */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SessionWithUser => {
  const { openSession } = context.switchToHttp().getRequest<RequestWithSession>();
  if (!openSession) {
    throw new Error('The guard did not run, or let a token through: no session on the request.');
  }
  return openSession;
});
