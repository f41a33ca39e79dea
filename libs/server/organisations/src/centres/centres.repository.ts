import { Injectable } from '@nestjs/common';
import { Bell, Clock, Remembered, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { In } from 'typeorm';
import { pageByName, partOf } from '../by-name';
import type { CentresQuery } from './centre-file.dto';
import { Centre } from './centre.entity';

@Injectable()
export class CentresRepository {
  /** Where a centre stands, and in which time zone, is asked for every line of every list. */
  private readonly centres: Remembered<Centre>;
  private readonly lists: Remembered<string[]>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    bell: Bell,
    clock: Clock,
  ) {
    this.centres = new Remembered('centres', ['centre'], bell, clock);
    this.lists = new Remembered('centres', ['centre'], bell, clock);
  }

  find(viewer: Viewer, id: string): Promise<Centre | null> {
    return viewer.centreIds.includes(id) ? this.findAnyones(id) : Promise.resolve(null);
  }

  list(viewer: Viewer): Promise<Centre[]> {
    return this.unitOfWork.manager.find(Centre, { where: { id: In([...viewer.centreIds]) }, order: { name: 'ASC' } });
  }

  /** Without a viewer, for facts about a centre that are nobody's secret: its country and time zone. */
  findAnyones(id: string): Promise<Centre | null> {
    return this.centres.get(id, () => this.unitOfWork.manager.findOneBy(Centre, { id }));
  }

  async listIds(where: { organisationId?: string; country?: string } = {}): Promise<string[]> {
    return (await this.lists.get(JSON.stringify(where), () => this.readIds(where))) ?? [];
  }

  private async readIds(where: { organisationId?: string; country?: string }): Promise<string[]> {
    const rows = await this.unitOfWork.manager.find(Centre, { select: { id: true }, where, order: { id: 'ASC' } });
    return rows.map(({ id }) => id);
  }

  search<T>(viewer: Viewer, { name, organisation, closedToo, ...page }: CentresQuery, present: (centre: Centre) => T): Promise<Page<T>> {
    const rows = this.unitOfWork.manager
      .createQueryBuilder(Centre, 'c')
      .innerJoinAndSelect('c.organisation', 'o')
      .where('c.id = ANY(:centreIds)', { centreIds: [...viewer.centreIds] });
    if (name) {
      rows.andWhere('(c.name ILIKE :part OR c.names::text ILIKE :part)', { part: partOf(name) });
    }
    if (organisation) {
      rows.andWhere('c.organisation_id = :organisation', { organisation });
    }
    if (closedToo !== true) {
      rows.andWhere('c.closed_on IS NULL');
    }
    return pageByName(rows, page, present);
  }

  findWithOrganisation(viewer: Viewer, id: string): Promise<Centre | null> {
    return viewer.centreIds.includes(id) ? this.unitOfWork.manager.findOne(Centre, { where: { id }, relations: { organisation: true } }) : Promise.resolve(null);
  }

  findForChange(viewer: Viewer, id: string): Promise<Centre | null> {
    return viewer.centreIds.includes(id)
      ? this.unitOfWork.manager.findOne(Centre, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : Promise.resolve(null);
  }

  async add(centre: Omit<Centre, 'version' | 'organisation'>): Promise<void> {
    await this.unitOfWork.manager.insert(Centre, centre);
  }

  save(centre: Centre): Promise<Centre> {
    return this.unitOfWork.manager.save(Centre, centre);
  }

  /** Organisations and countries that lie within these centres as a whole: whoever reaches all of one may look after its people. */
  async wholeWithin(centreIds: readonly string[]): Promise<{ organisationIds: string[]; countries: string[] }> {
    const [row] = (await this.unitOfWork.manager.query(
      `SELECT ARRAY(SELECT organisation_id FROM centre GROUP BY 1 HAVING bool_and(id = ANY($1))) AS "organisationIds",
              ARRAY(SELECT country FROM centre GROUP BY 1 HAVING bool_and(id = ANY($1))) AS countries`,
      [[...centreIds]],
    )) as [{ organisationIds: string[]; countries: string[] }];
    return row;
  }
}
