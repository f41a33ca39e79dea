import { createHash } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { RequestWithViewer } from '@sampan/kernel';
import type { Request } from 'express';
import { networkOf, routeOf } from './caller.rules';
import { Limits } from './limits';

type Asked = Request & RequestWithViewer & { route: { path: string } };

/** Whoever watches over the product asks these; a refusal would look like an illness. */
const WATCHED = /^\/(health|metrics)/;

const routeOfRequest = ({ method, route }: Asked): string => routeOf(method, route.path);

/** Before anything is looked up: how much comes from one address, and how often one e-mail address is tried. */
@Injectable()
export class AddressLimit implements CanActivate {
  constructor(private readonly limits: Limits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Asked>();
    if (WATCHED.test(request.path)) {
      return true;
    }
    await this.limits.count(routeOfRequest(request), 'address', networkOf(request.ip ?? ''));
    const email = emailOf(request.body);
    if (email) {
      await this.limits.count(routeOfRequest(request), 'account', email);
    }
    return true;
  }
}

/** After the session is known: how much one account asks for, from however many devices. */
@Injectable()
export class AccountLimit implements CanActivate {
  constructor(private readonly limits: Limits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Asked>();
    if (request.viewer) {
      await this.limits.count(routeOfRequest(request), 'account', request.viewer.userId);
    }
    return true;
  }
}

/** Who wants to sign in; kept as a hash, so that no memory image lists who tried. */
const emailOf = (body: unknown): string | null => {
  const { email, password } = (body ?? {}) as { email?: unknown; password?: unknown };
  return typeof email === 'string' && typeof password === 'string' ? createHash('sha256').update(email.trim().toLowerCase()).digest('base64') : null;
};
