import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config, DomainError, OPEN_TO_ALL, REQUIRED_PERMISSION, type Permission, type RequestWithViewer, type Viewer } from '@sampan/kernel';
import type { Request } from 'express';
import { isBearer, TokenViewers } from '../api-tokens/token-viewers';
import { ReachExceptions } from '../reach-exceptions/reach-exceptions';
import { secondFactorOwed, SecondFactorPolicy } from '../second-factor/second-factor-policy';
import { Viewers } from '../users/viewers';
import type { RequestWithSession } from './current-session';
import { CSRF_HEADER, tokenOf } from './session-cookie';
import { Sessions } from './sessions';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** In front of every route: who is it, did the request come from our page, and may they? */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly secure: boolean;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly viewers: Viewers,
    private readonly tokens: TokenViewers,
    private readonly secondFactor: SecondFactorPolicy,
    private readonly exceptions: ReachExceptions,
    config: Config,
  ) {
    this.secure = config.publicUrl.startsWith('https:');
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<string | undefined>(OPEN_TO_ALL, handler)) {
      return true;
    }
    const permission = this.reflector.get<Permission | undefined>(REQUIRED_PERMISSION, handler);
    const request = context.switchToHttp().getRequest<Request & RequestWithViewer & RequestWithSession & { id?: unknown }>();
    const requestId = typeof request.id === 'string' ? request.id : undefined;
    const viewer = isBearer(request) ? await this.tokens.viewerOf(request, requestId) : await this.viewerOfSession(request, requestId);
    if (request.openSession && permission !== 'account.use' && this.secondFactor.owes(request.openSession.user, request.openSession.secondStep)) {
      throw secondFactorOwed();
    }
    if (!permission || !viewer.permissions.has(permission)) {
      throw new DomainError('not-allowed', 'NOT_PERMITTED', 'Your role does not include this.');
    }
    request.viewer = viewer;
    return true;
  }

  private async viewerOfSession(request: Request & RequestWithSession, requestId: string | undefined): Promise<Viewer> {
    const session = await this.sessions.require(tokenOf(request, this.secure));
    if (!SAFE_METHODS.has(request.method)) {
      this.sessions.assertCsrf(session, request.get(CSRF_HEADER));
    }
    request.openSession = session;
    return this.exceptions.extend(this.secondFactor.confine(await this.viewers.of(session.user, requestId), session.user, session.secondStep));
  }
}
