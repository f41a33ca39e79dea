import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import type { User } from '../users/user.entity';
import { ProviderIdentity } from './provider-identity.entity';

@Injectable()
export class ProviderIdentitiesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async findUser(issuer: string, subject: string): Promise<{ user: User | null } | null> {
    const identity = await this.unitOfWork.manager.findOne(ProviderIdentity, { where: { issuer, subject }, relations: { user: true } });
    return identity && { user: identity.user?.active ? identity.user : null };
  }

  isLinked(userId: string, issuer: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(ProviderIdentity, { userId, issuer });
  }

  async add(identity: Omit<ProviderIdentity, 'user'>): Promise<void> {
    await this.unitOfWork.manager.insert(ProviderIdentity, identity);
  }

  async removeAllOf(userId: string): Promise<void> {
    await this.unitOfWork.manager.delete(ProviderIdentity, { userId });
  }
}
