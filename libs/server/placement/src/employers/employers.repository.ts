import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { In } from 'typeorm';
import { inOrderOf } from '../lists/newest-first';
import type { EmployersQuery } from './employer.dto';
import { Employer } from './employer.entity';
import { VettingCheck } from './vetting-check.entity';
import { VettingDecision } from './vetting-decision.entity';

@Injectable()
export class EmployersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<Employer | null> {
    return this.unitOfWork.manager.findOneBy(Employer, { id, centreId: In([...viewer.centreIds]) });
  }

  /** Locks the row: a vetting is decided once, whoever comes second sees the new state. */
  findForChange(viewer: Viewer, id: string): Promise<Employer | null> {
    return this.unitOfWork.manager.findOne(Employer, { where: { id, centreId: In([...viewer.centreIds]) }, lock: { mode: 'pessimistic_write' } });
  }

  /** For names beside vacancies and placements that the viewer already sees. */
  findNamed(ids: readonly string[]): Promise<Pick<Employer, 'id' | 'name'>[]> {
    return this.unitOfWork.manager.find(Employer, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  }

  list<T>(viewer: Viewer, { state, name, ...page }: EmployersQuery, today: string, present: (employer: Employer) => T): Promise<Page<T>> {
    const rows = this.unitOfWork.manager.createQueryBuilder(Employer, 'e').where('e.centreId = ANY(:centreIds)', { centreIds: [...viewer.centreIds] });
    if (state === 'expired') {
      rows.andWhere(`(e.vettingState = 'expired' OR (e.vettingState IN ('cleared', 'conditional') AND e.validUntil < :today))`, { today });
    } else if (state) {
      rows.andWhere('e.vettingState = :state AND (e.validUntil IS NULL OR e.validUntil >= :today)', { state, today });
    }
    if (name) {
      rows.andWhere('e.name ILIKE :name', { name: `%${name.replace(/[\\%_]/g, '\\$&')}%` });
    }
    return inOrderOf(rows, 'name', 'text', page, present);
  }

  async add(employer: Employer): Promise<void> {
    await this.unitOfWork.manager.insert(Employer, employer);
  }

  async change(id: string, change: Partial<Employer>): Promise<void> {
    await this.unitOfWork.manager.update(Employer, { id }, change);
  }

  async addCheck(check: VettingCheck): Promise<void> {
    await this.unitOfWork.manager.insert(VettingCheck, check);
  }

  checksOf(employerId: string): Promise<VettingCheck[]> {
    return this.unitOfWork.manager.find(VettingCheck, { where: { employerId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  async addDecision(decision: VettingDecision): Promise<void> {
    await this.unitOfWork.manager.insert(VettingDecision, decision);
  }

  decisionsOf(employerId: string): Promise<VettingDecision[]> {
    return this.unitOfWork.manager.find(VettingDecision, { where: { employerId }, order: { decidedAt: 'DESC', id: 'DESC' } });
  }
}
