import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { IsNull } from 'typeorm';
import { CaseloadEntry } from './caseload-entry.entity';

@Injectable()
export class CaseloadRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(personId: string): Promise<CaseloadEntry[]> {
    return this.unitOfWork.manager.find(CaseloadEntry, { where: { personId }, order: { fromOn: 'DESC', id: 'DESC' } });
  }

  find(personId: string, id: string): Promise<CaseloadEntry | null> {
    return this.unitOfWork.manager.findOneBy(CaseloadEntry, { id, personId });
  }

  findCurrent(personId: string, userId: string, role: CaseloadEntry['role']): Promise<CaseloadEntry | null> {
    return this.unitOfWork.manager.findOneBy(CaseloadEntry, { personId, userId, role, toOn: IsNull() });
  }

  /** False when the worker already has the person in this role: one current entry each, at the database. */
  async add(entry: CaseloadEntry): Promise<boolean> {
    const { raw } = await this.unitOfWork.manager.createQueryBuilder().insert().into(CaseloadEntry).values({ ...entry, person: undefined }).orIgnore().returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  async end(id: string, toOn: string): Promise<void> {
    await this.unitOfWork.manager.update(CaseloadEntry, { id, toOn: IsNull() }, { toOn });
  }

  async workersOf(personId: string): Promise<string[]> {
    const rows = await this.unitOfWork.manager.find(CaseloadEntry, { select: { userId: true }, where: { personId, toOn: IsNull() } });
    return [...new Set(rows.map(({ userId }) => userId))];
  }

  isIn(userId: string, personId: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(CaseloadEntry, { userId, personId, toOn: IsNull() });
  }
}
