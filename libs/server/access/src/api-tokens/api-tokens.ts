import { Injectable } from '@nestjs/common';
import { Audit } from '@sampan/platform';
import { Clock, newId, notFound, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { hashOfSecret, newSecret } from '../sessions/secret';
import type { ApiToken } from './api-token.entity';
import type { ApiTokenDto, ApiTokensDto, MadeApiTokenDto, NewApiTokenDto } from './api-token.dto';
import { mayBeScope, MOST_TOKENS, TOKEN_PREFIX, whyNotScope } from './api-token.rules';
import { ApiTokensRepository } from './api-tokens.repository';

const DAY_MS = 86_400_000;

/** The machines that work in my name. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly tokens: ApiTokensRepository,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer): Promise<ApiTokensDto> {
    const [tokens, now] = [await this.tokens.listOf(viewer.userId), this.clock.now()];
    return { tokens: tokens.map((token) => present(token, now)), offered: mayBeScope(viewer.permissions) };
  }

  /** @throws SCOPE_TOO_WIDE, TOO_MANY_TOKENS */
  make(viewer: Viewer, { name, scope, days }: NewApiTokenDto): Promise<MadeApiTokenDto> {
    return this.unitOfWork.run(async () => {
      const refusal = whyNotScope(scope, viewer.permissions);
      if (refusal) {
        throw refusal;
      }
      if ((await this.tokens.countOf(viewer.userId)) >= MOST_TOKENS) {
        throw ruleBroken('TOO_MANY_TOKENS', 'You have very many tokens. Revoke those that nobody uses.');
      }
      const [now, secret] = [this.clock.now(), `${TOKEN_PREFIX}${newSecret()}`];
      const token = {
        id: newId(), tokenHash: hashOfSecret(secret), userId: viewer.userId, name, scope: [...scope], createdAt: now,
        endsAt: new Date(now.getTime() + days * DAY_MS), lastUsedAt: null, revokedAt: null,
      };
      await this.tokens.add(token);
      await this.audit.record(viewer, { action: 'api-token.made', subjectType: 'api-token', subjectId: token.id, details: { scope, days } });
      return { ...present(token, now), secret };
    });
  }

  revoke(viewer: Viewer, id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      if (!(await this.tokens.revoke(viewer.userId, id, this.clock.now()))) {
        throw notFound('API_TOKEN_NOT_FOUND', 'The token');
      }
      await this.audit.record(viewer, { action: 'api-token.revoked', subjectType: 'api-token', subjectId: id });
    });
  }
}

const present = ({ id, name, scope, createdAt, endsAt, lastUsedAt }: Omit<ApiToken, 'user'>, now: Date): ApiTokenDto => ({
  id, name, scope, createdAt: createdAt.toISOString(), endsAt: endsAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null, ended: endsAt <= now,
});
