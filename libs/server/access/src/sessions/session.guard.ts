import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, OPEN_TO_ALL, REQUIRED_PERMISSION, type Permission, type RequestWithViewer } from '@sampan/kernel';
import type { Request } from 'express';
import { Viewers } from '../users/viewers';
import { CSRF_HEADER, tokenOf } from './session-cookie';
import { Sessions } from './sessions';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** In front of every route: who is it, did the request come from our page, and may they? */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly viewers: Viewers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<string | undefined>(OPEN_TO_ALL, handler)) {
      return true;
    }
    const permission = this.reflector.get<Permission | undefined>(REQUIRED_PERMISSION, handler);
    const request = context.switchToHttp().getRequest<Request & RequestWithViewer & { id?: unknown }>();
    const session = await this.sessions.require(tokenOf(request));
    if (!SAFE_METHODS.has(request.method)) {
      this.sessions.assertCsrf(session, request.get(CSRF_HEADER));
    }
    const viewer = await this.viewers.of(session.user, typeof request.id === 'string' ? request.id : undefined);
    if (!permission || !viewer.permissions.has(permission)) {
      throw new DomainError('not-allowed', 'NOT_PERMITTED', 'Your role does not include this.');
    }
    request.viewer = viewer;
    return true;
  }
}
