import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { Approval } from './approval.entity';

@Injectable()
export class ApprovalsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of a case that the caller has already been allowed to read. */
  findLatest(caseId: string): Promise<Approval | null> {
    return this.unitOfWork.manager.findOne(Approval, { where: { caseId }, order: { requestedAt: 'DESC', id: 'DESC' } });
  }

  async listRequested(viewer: Viewer, most: number): Promise<Approval[]> {
    const approvals = this.unitOfWork.manager.createQueryBuilder(Approval, 'a').where(`a.state = 'requested'`);
    limitToReach(approvals, viewer, { centre: 'a.centreId', person: 'a.personId' });
    return approvals.orderBy('a.requestedAt', 'ASC').take(most).getMany();
  }

  async add(approval: Approval): Promise<void> {
    await this.unitOfWork.manager.insert(Approval, approval);
  }

  async save(approval: Approval): Promise<void> {
    await this.unitOfWork.manager.save(Approval, approval);
  }
}
