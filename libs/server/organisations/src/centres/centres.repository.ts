import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { In } from 'typeorm';
import { Centre } from './centre.entity';

@Injectable()
export class CentresRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<Centre | null> {
    return viewer.centreIds.includes(id) ? this.findAnyones(id) : Promise.resolve(null);
  }

  list(viewer: Viewer): Promise<Centre[]> {
    return this.unitOfWork.manager.find(Centre, { where: { id: In([...viewer.centreIds]) }, order: { name: 'ASC' } });
  }

  /** Without a viewer, for facts about a centre that are nobody's secret: its country and time zone. */
  findAnyones(id: string): Promise<Centre | null> {
    return this.unitOfWork.manager.findOneBy(Centre, { id });
  }

  async listIds(where: { organisationId?: string; country?: string } = {}): Promise<string[]> {
    const rows = await this.unitOfWork.manager.find(Centre, { select: { id: true }, where, order: { id: 'ASC' } });
    return rows.map(({ id }) => id);
  }
}
