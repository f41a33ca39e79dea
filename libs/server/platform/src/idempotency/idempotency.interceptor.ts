import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { badInput, Cipher, Clock, conflict, isInConfidence, ONLY_READS, REQUIRED_PERMISSION, UnitOfWork, type Permission, type RequestWithViewer } from '@sampan/kernel';
import type { Request } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { IdempotentRequest } from './idempotent-request.entity';

const HEADER = 'idempotency-key';
const KEY = /^[\w-]{8,100}$/;

/**
 * A POST with an Idempotency-Key has one effect however often a bad network repeats it: the key, the deed and the answer
 * are kept in one transaction. Except in confidence, where a secret is shown once and a failed try is counted, and where
 * nothing but reading is done.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & RequestWithViewer>();
    const key = request.get(HEADER);
    const permission = this.reflector.get<Permission | undefined>(REQUIRED_PERMISSION, context.getHandler());
    if (!key || request.method !== 'POST' || !request.viewer || isInConfidence(permission) || this.reflector.get<boolean>(ONLY_READS, context.getHandler())) {
      return next.handle();
    }
    if (!KEY.test(key)) {
      throw badInput('IDEMPOTENCY_KEY_INVALID', 'An Idempotency-Key has 8 to 100 letters, digits or hyphens.');
    }
    return from(this.once({ viewerId: request.viewer.userId, key }, `${request.method} ${request.path}`, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  private once(id: { viewerId: string; key: string }, target: string, act: () => Promise<unknown>): Promise<unknown> {
    return this.unitOfWork.run(async () => {
      const { raw } = await this.unitOfWork.manager
        .createQueryBuilder()
        .insert()
        .into(IdempotentRequest)
        .values({ ...id, target, answer: null, at: this.clock.now() })
        .orIgnore()
        .returning('key')
        .execute();
      if ((raw as unknown[]).length === 0) {
        return this.former(id, target);
      }
      const answer = await act();
      await this.unitOfWork.manager.update(IdempotentRequest, id, { answer: this.cipher.encrypt(JSON.stringify(answer ?? null)) });
      return answer;
    });
  }

  private async former(id: { viewerId: string; key: string }, target: string): Promise<unknown> {
    const former = await this.unitOfWork.manager.findOneByOrFail(IdempotentRequest, id);
    if (former.target !== target) {
      throw conflict('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.');
    }
    return former.answer === null ? undefined : (JSON.parse(this.cipher.decrypt(former.answer)) ?? undefined);
  }
}
