import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { RiskSignal } from './signal.entity';

export interface PersonOfCentre {
  readonly personId: string;
  readonly centreId: string;
}

@Injectable()
export class SignalsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** False when the same news is there already: heard twice, it has one effect. */
  async add(signal: RiskSignal): Promise<boolean> {
    const { raw } = await this.unitOfWork.manager
      .createQueryBuilder()
      .insert()
      .into(RiskSignal)
      .values(signal)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** The newest of a kind about one thing, whether it still counts or not. */
  findNewest(personId: string, kind: string, thread: string): Promise<RiskSignal | null> {
    return this.unitOfWork.manager.findOne(RiskSignal, {
      where: { personId, kind, thread },
      order: { happenedOn: 'DESC', magnitude: 'DESC', id: 'DESC' },
    });
  }

  /** Of all records of a person. */
  listOfPerson(records: readonly string[]): Promise<RiskSignal[]> {
    return this.unitOfWork.manager.find(RiskSignal, {
      where: { personId: In([...records]) },
      order: { happenedOn: 'DESC', id: 'DESC' },
    });
  }

  /** People with signals that ran out and are still in a score. */
  async peopleToExpire(centreId: string, today: string, limit: number): Promise<PersonOfCentre[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(RiskSignal, 's')
      .select('s.personId', 'personId')
      .addSelect('s.centreId', 'centreId')
      .where('s.centreId = :centreId AND s.expiresOn <= :today AND s.expiredAt IS NULL', { centreId, today })
      .groupBy('s.personId')
      .addGroupBy('s.centreId')
      .orderBy('s.personId')
      .limit(limit)
      .getRawMany<PersonOfCentre>();
  }

  async markExpired(personId: string, today: string, at: Date): Promise<void> {
    await this.unitOfWork.manager.update(
      RiskSignal,
      { personId, expiresOn: LessThanOrEqual(today), expiredAt: IsNull() },
      { expiredAt: at },
    );
  }
}
