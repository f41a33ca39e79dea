import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { pageByName, partOf } from '../by-name';
import type { OrganisationsQuery } from './organisation.dto';
import { Organisation } from './organisation.entity';

@Injectable()
export class OrganisationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list<T>(viewer: Viewer, { name, closedToo, ...page }: OrganisationsQuery, present: (organisation: Organisation) => T): Promise<Page<T>> {
    const rows = this.within(viewer);
    if (name) {
      rows.andWhere('o.name ILIKE :part', { part: partOf(name) });
    }
    if (closedToo !== true) {
      rows.andWhere('o.closed_on IS NULL');
    }
    return pageByName(rows, page, present);
  }

  find(viewer: Viewer, id: string): Promise<Organisation | null> {
    return this.within(viewer).andWhere('o.id = :id', { id }).getOne();
  }

  findForChange(viewer: Viewer, id: string): Promise<Organisation | null> {
    return this.within(viewer).andWhere('o.id = :id', { id }).setLock('pessimistic_write', undefined, ['o']).getOne();
  }

  async hasOpenCentre(id: string): Promise<boolean> {
    const [{ has }] = (await this.unitOfWork.manager.query('SELECT EXISTS (SELECT FROM centre WHERE organisation_id = $1 AND closed_on IS NULL) AS has', [id])) as [{ has: boolean }];
    return has;
  }

  async add(organisation: Omit<Organisation, 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(Organisation, organisation);
  }

  save(organisation: Organisation): Promise<Organisation> {
    return this.unitOfWork.manager.save(Organisation, organisation);
  }

  /** Somebody who reaches everything sees organisations without a centre too; others those of their centres. */
  private within(viewer: Viewer): SelectQueryBuilder<Organisation> {
    const rows = this.unitOfWork.manager.createQueryBuilder(Organisation, 'o').where('TRUE');
    return viewer.reach === 'all'
      ? rows
      : rows.andWhere('EXISTS (SELECT FROM centre c WHERE c.organisation_id = o.id AND c.id = ANY(:centreIds))', { centreIds: [...viewer.centreIds] });
  }
}
