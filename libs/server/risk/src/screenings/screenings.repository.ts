import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { In } from 'typeorm';
import { Screening } from './screening.entity';

@Injectable()
export class ScreeningsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(screening: Screening): Promise<void> {
    await this.unitOfWork.manager.insert(Screening, screening);
  }

  find(id: string): Promise<Screening | null> {
    return this.unitOfWork.manager.findOneBy(Screening, { id });
  }

  /** Of all records of a person; oldest first, as they weigh: what was asked later stands over what was asked before. */
  listOfPerson(records: readonly string[]): Promise<Screening[]> {
    return this.unitOfWork.manager.find(Screening, {
      where: { personId: In([...records]) },
      order: { screenedOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    });
  }
}
