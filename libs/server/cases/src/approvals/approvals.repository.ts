import { Injectable } from '@nestjs/common';
import { PreparedSql, UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { Approval } from './approval.entity';

/** As much of a request as the page of its case shows. */
export type ShownRequest = Pick<Approval, 'requestedBy' | 'requestedAt' | 'state' | 'comment'>;

@Injectable()
export class ApprovalsRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
  ) {}

  /** Of a case that the caller has already been allowed to read. */
  async findLatestRequest(caseId: string): Promise<ShownRequest | null> {
    const [latest] = await this.sql.rows<ShownRequest>(
      `SELECT requested_by AS "requestedBy", requested_at AS "requestedAt", state, comment FROM case_approval
       WHERE case_id = $1 ORDER BY requested_at DESC, id DESC LIMIT 1`,
      [caseId],
    );
    return latest ?? null;
  }

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
