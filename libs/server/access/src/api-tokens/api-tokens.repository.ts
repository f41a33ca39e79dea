import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { IsNull } from 'typeorm';
import { ApiToken } from './api-token.entity';

export type ApiTokenWithUser = ApiToken & { user: NonNullable<ApiToken['user']> };

@Injectable()
export class ApiTokensRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(token: Omit<ApiToken, 'user'>): Promise<void> {
    await this.unitOfWork.manager.insert(ApiToken, token);
  }

  listOf(userId: string): Promise<ApiToken[]> {
    return this.unitOfWork.manager.find(ApiToken, { where: { userId, revokedAt: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  countOf(userId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(ApiToken, { userId, revokedAt: IsNull() });
  }

  findByTokenHash(tokenHash: string): Promise<ApiTokenWithUser | null> {
    return this.unitOfWork.manager.findOne(ApiToken, {
      where: { tokenHash, revokedAt: IsNull(), user: { active: true } },
      relations: { user: true },
    }) as Promise<ApiTokenWithUser | null>;
  }

  async markUsed(id: string, lastUsedAt: Date): Promise<void> {
    await this.unitOfWork.manager.update(ApiToken, { id }, { lastUsedAt });
  }

  /** Whether there was such a token, still in force. */
  async revoke(userId: string, id: string, revokedAt: Date): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(ApiToken, { userId, id, revokedAt: IsNull() }, { revokedAt });
    return affected === 1;
  }

  async revokeAllOf(userId: string, revokedAt: Date): Promise<number> {
    const { affected } = await this.unitOfWork.manager.update(ApiToken, { userId, revokedAt: IsNull() }, { revokedAt });
    return affected ?? 0;
  }
}
