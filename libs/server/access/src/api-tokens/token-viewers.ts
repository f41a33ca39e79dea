import { Injectable } from '@nestjs/common';
import { Clock, DomainError, type Viewer } from '@sampan/kernel';
import type { Request } from 'express';
import { hashOfSecret } from '../sessions/secret';
import { Viewers } from '../users/viewers';
import { inScope, needsMark } from './api-token.rules';
import { ApiTokensRepository } from './api-tokens.repository';

const BEARER = /^Bearer +([\w-]{20,200})$/i;

/** A request that shows a token is judged by the token alone, whatever cookies it carries. */
export const isBearer = (request: Request): boolean => request.get('authorization') !== undefined;

/** Turns an API token into the viewer of one request. */
@Injectable()
export class TokenViewers {
  constructor(
    private readonly tokens: ApiTokensRepository,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  /** @throws TOKEN_NOT_VALID */
  async viewerOf(request: Request, requestId: string | undefined): Promise<Viewer> {
    const secret = BEARER.exec(request.get('authorization') ?? '')?.[1];
    const token = secret ? await this.tokens.findByTokenHash(hashOfSecret(secret)) : null;
    const now = this.clock.now();
    if (!token || token.endsAt <= now) {
      throw new DomainError('signed-out', 'TOKEN_NOT_VALID', 'This API token is not valid, or not any more.');
    }
    if (needsMark(token.lastUsedAt, now)) {
      await this.tokens.markUsed(token.id, now);
    }
    const owner = await this.viewers.of(token.user, requestId);
    return { ...owner, permissions: inScope(token.scope, owner.permissions), apiTokenId: token.id };
  }
}
