import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { In } from 'typeorm';
import { RiskScore } from './risk-score.entity';
import { RiskStanding } from './risk-standing.entity';

@Injectable()
export class ScoresRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Counts one more evaluation of the person and so locks the row: two pieces of news about one person are weighed one
   * after the other, each knowing what the other led to.
   */
  async lockStanding(personId: string, centreId: string): Promise<RiskStanding> {
    const manager = this.unitOfWork.manager;
    await manager
      .createQueryBuilder()
      .insert()
      .into(RiskStanding)
      .values({ personId, centreId, evaluations: 0, scoreId: null, weighed: [] })
      .orIgnore()
      .execute();
    await manager.increment(RiskStanding, { personId }, 'evaluations', 1);
    return manager.findOneByOrFail(RiskStanding, { personId });
  }

  findStanding(personId: string): Promise<RiskStanding | null> {
    return this.unitOfWork.manager.findOneBy(RiskStanding, { personId });
  }

  async changeStanding(personId: string, change: Partial<Pick<RiskStanding, 'scoreId' | 'weighed'>>): Promise<void> {
    await this.unitOfWork.manager.update(
      RiskStanding,
      { personId },
      { ...change, ...(change.weighed ? { weighed: [...change.weighed] } : {}) },
    );
  }

  async add(score: RiskScore): Promise<void> {
    await this.unitOfWork.manager.insert(RiskScore, score);
  }

  find(id: string): Promise<RiskScore | null> {
    return this.unitOfWork.manager.findOneBy(RiskScore, { id });
  }

  get(id: string): Promise<RiskScore> {
    return this.unitOfWork.manager.findOneByOrFail(RiskScore, { id });
  }

  async byId(ids: readonly string[]): Promise<ReadonlyMap<string, RiskScore>> {
    const scores = await this.unitOfWork.manager.findBy(RiskScore, { id: In([...ids]) });
    return new Map(scores.map((score) => [score.id, score]));
  }
}
