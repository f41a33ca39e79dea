import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { Assessment } from './assessment.entity';

/** Of cases that the caller has already been allowed to read. */
@Injectable()
export class AssessmentsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(caseId: string, id: string): Promise<Assessment | null> {
    return this.unitOfWork.manager.findOneBy(Assessment, { caseId, id });
  }

  findLatest(caseId: string): Promise<Assessment | null> {
    return this.unitOfWork.manager.findOne(Assessment, {
      where: { caseId },
      order: { recordedAt: 'DESC', id: 'DESC' },
    });
  }

  list(caseId: string): Promise<Assessment[]> {
    return this.unitOfWork.manager.find(Assessment, { where: { caseId }, order: { recordedAt: 'DESC', id: 'DESC' } });
  }

  async add(assessment: Assessment): Promise<void> {
    await this.unitOfWork.manager.insert(Assessment, assessment);
  }
}
