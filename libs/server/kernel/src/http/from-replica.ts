import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, tap, type Observable } from 'rxjs';
import { Config } from '../config/config';
import { Replicas } from '../database/replicas';
import { UnitOfWork } from '../database/unit-of-work';

export const FROM_REPLICA = 'sampan:from-replica';

/** Lists and dashboards: a copy of the database may answer, which lags by moments. Never a single record, whose opening is audited. */
export const FromReplica = (): MethodDecorator => SetMetadata(FROM_REPLICA, true);

const WROTE_COOKIE = 'sampan_wrote';
/** Longer than a healthy copy lags. */
const UNTIL_COPIED_MS = 5_000;

/** Where copies exist, lists are read there; whoever has just written something reads the original and so sees it. */
@Injectable()
export class ReplicaReads implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
    private readonly replicas: Replicas,
    private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.replicas.exist) {
      return next.handle();
    }
    const request = context.switchToHttp().getRequest<Request>();
    if (this.reflector.get<boolean>(FROM_REPLICA, context.getHandler())) {
      return WROTE_COOKIE in (request.cookies as object) ? next.handle() : from(this.unitOfWork.read(() => lastValueFrom(next.handle(), { defaultValue: undefined })));
    }
    return request.method === 'GET' ? next.handle() : next.handle().pipe(tap(() => this.remember(context.switchToHttp().getResponse<Response>())));
  }

  private remember(response: Response): void {
    if (!response.headersSent) {
      response.cookie(WROTE_COOKIE, '1', { maxAge: UNTIL_COPIED_MS, httpOnly: true, sameSite: 'lax', secure: this.config.publicUrl.startsWith('https:'), path: '/api' });
    }
  }
}
