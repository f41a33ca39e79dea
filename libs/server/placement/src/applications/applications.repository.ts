import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import type { SelectQueryBuilder } from 'typeorm';
import { Placement } from '../placements/placement.entity';
import { APPLICATION_STATES, stillOpen } from './application.rules';
import { VacancyApplication } from './vacancy-application.entity';

@Injectable()
export class ApplicationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Locks the row, so that an application is accepted once. */
  findForChange(viewer: Viewer, id: string): Promise<VacancyApplication | null> {
    return this.within(viewer).andWhere('a.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  find(viewer: Viewer, id: string): Promise<VacancyApplication | null> {
    return this.within(viewer).andWhere('a.id = :id', { id }).getOne();
  }

  listOf(viewer: Viewer, vacancyId: string): Promise<VacancyApplication[]> {
    return this.within(viewer).andWhere('a.vacancyId = :vacancyId', { vacancyId }).orderBy('a.id', 'ASC').limit(500).getMany();
  }

  existsFor(vacancyId: string, personId: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(VacancyApplication, { vacancyId, personId });
  }

  /** Without a viewer: a withdrawn consent binds wherever the person was proposed. */
  openOf(personId: string): Promise<VacancyApplication[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(VacancyApplication, 'a')
      .where('a.personId = :personId AND a.state = ANY(:open)', { personId, open: APPLICATION_STATES.filter(stillOpen) })
      .setLock('pessimistic_write')
      .getMany();
  }

  async placementsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(Placement, 'p')
      .select(['p.id', 'p.applicationId'])
      .where('p.applicationId = ANY(:ids)', { ids: [...ids] })
      .getMany();
    return new Map(rows.map(({ id, applicationId }) => [applicationId ?? '', id]));
  }

  async add(application: VacancyApplication): Promise<void> {
    await this.unitOfWork.manager.insert(VacancyApplication, application);
  }

  async change(id: string, change: Partial<VacancyApplication>): Promise<void> {
    await this.unitOfWork.manager.update(VacancyApplication, { id }, change);
  }

  private within(viewer: Viewer): SelectQueryBuilder<VacancyApplication> {
    return limitToReach(this.unitOfWork.manager.createQueryBuilder(VacancyApplication, 'a'), viewer, { centre: 'a.centreId', person: 'a.personId' });
  }
}
