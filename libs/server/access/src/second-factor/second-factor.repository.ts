import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { IsNull } from 'typeorm';
import { RecoveryCode } from './recovery-code.entity';
import { SecondFactor } from './second-factor.entity';

@Injectable()
export class SecondFactorRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Tries of one user wait for each other here, so that a hundred at once are counted one by one. */
  lock(userId: string): Promise<SecondFactor | null> {
    return this.unitOfWork.manager.findOne(SecondFactor, { where: { userId }, lock: { mode: 'pessimistic_write' } });
  }

  async replace(factor: Omit<SecondFactor, 'user'>): Promise<void> {
    await this.remove(factor.userId);
    await this.unitOfWork.manager.insert(SecondFactor, factor);
  }

  async remove(userId: string): Promise<void> {
    await this.unitOfWork.manager.delete(RecoveryCode, { userId });
    await this.unitOfWork.manager.delete(SecondFactor, { userId });
  }

  async accept(userId: string, lastStep: number): Promise<void> {
    await this.unitOfWork.manager.update(SecondFactor, { userId }, { lastStep });
  }

  async replaceCodes(userId: string, codeHashes: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.delete(RecoveryCode, { userId });
    await this.unitOfWork.manager.insert(
      RecoveryCode,
      codeHashes.map((codeHash) => ({ userId, codeHash, usedAt: null })),
    );
  }

  /** Whether it was there and unused. */
  async useCode(userId: string, codeHash: string, usedAt: Date): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(RecoveryCode, { userId, codeHash, usedAt: IsNull() }, { usedAt });
    return affected === 1;
  }

  countUnused(userId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(RecoveryCode, { userId, usedAt: IsNull() });
  }
}
