import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { IsNull, MoreThan } from 'typeorm';
import { OneTimeLink } from './one-time-link.entity';

export type OneTimeLinkWithUser = OneTimeLink & { user: NonNullable<OneTimeLink['user']> };

@Injectable()
export class OneTimeLinksRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(link: Omit<OneTimeLink, 'user'>): Promise<void> {
    await this.unitOfWork.manager.insert(OneTimeLink, link);
  }

  findValid(tokenHash: string, now: Date): Promise<OneTimeLinkWithUser | null> {
    return this.unitOfWork.manager.findOne(OneTimeLink, {
      where: { tokenHash, usedAt: IsNull(), endsAt: MoreThan(now), user: { active: true } },
      relations: { user: true },
    }) as Promise<OneTimeLinkWithUser | null>;
  }

  /** Whether it was still unused: of two who come at once, one is told no. */
  async use(id: string, usedAt: Date): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(OneTimeLink, { id, usedAt: IsNull() }, { usedAt });
    return affected === 1;
  }

  async removeUnusedOf(userId: string): Promise<void> {
    await this.unitOfWork.manager.delete(OneTimeLink, { userId, usedAt: IsNull() });
  }
}
