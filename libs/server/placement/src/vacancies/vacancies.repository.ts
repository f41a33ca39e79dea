import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { In } from 'typeorm';
import { newestFirst } from '../lists/newest-first';
import type { VacanciesQuery } from './vacancy.dto';
import { Vacancy } from './vacancy.entity';

@Injectable()
export class VacanciesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<Vacancy | null> {
    return this.unitOfWork.manager.findOneBy(Vacancy, { id, centreId: In([...viewer.centreIds]) });
  }

  /** Locks the row: the screen, the wage and the places of a vacancy change one after the other. */
  findForChange(viewer: Viewer, id: string): Promise<Vacancy | null> {
    return this.unitOfWork.manager.findOne(Vacancy, { where: { id, centreId: In([...viewer.centreIds]) }, lock: { mode: 'pessimistic_write' } });
  }

  list(viewer: Viewer, { state, employerId, ...page }: VacanciesQuery): Promise<Page<Vacancy>> {
    const rows = this.unitOfWork.manager.createQueryBuilder(Vacancy, 'v').where('v.centreId = ANY(:centreIds)', { centreIds: [...viewer.centreIds] });
    if (state) {
      rows.andWhere('v.state = :state', { state });
    }
    if (employerId) {
      rows.andWhere('v.employerId = :employerId', { employerId });
    }
    return newestFirst(rows, page, (vacancy) => vacancy);
  }

  async add(vacancy: Vacancy): Promise<void> {
    await this.unitOfWork.manager.insert(Vacancy, vacancy);
  }

  async change(id: string, change: Partial<Vacancy>): Promise<void> {
    await this.unitOfWork.manager.update(Vacancy, { id }, change as never);
  }

  /** One guarded counter: of two who come at once, one gets the last place. Returns whether there was one, and whether it was the last. */
  async takePlace(id: string): Promise<{ taken: boolean; full: boolean }> {
    const { raw } = await this.unitOfWork.manager
      .createQueryBuilder()
      .update(Vacancy)
      .set({ taken: () => 'taken + 1' })
      .where('id = :id AND taken < places', { id })
      .returning('taken, places')
      .execute();
    const [row] = raw as { taken: number; places: number }[];
    return { taken: row !== undefined, full: row !== undefined && row.taken === row.places };
  }

  /** Somebody who had a place never came: it is free again. */
  async freePlace(id: string): Promise<void> {
    await this.unitOfWork.manager.createQueryBuilder().update(Vacancy).set({ taken: () => 'taken - 1' }).where('id = :id AND taken > 0', { id }).execute();
  }
}
