import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Day, type Viewer } from '@sampan/kernel';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { Holiday } from './holiday.entity';

@Injectable()
export class HolidaysRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A country's days are everybody's; a centre's own are for those who may see the centre. */
  list(viewer: Viewer, country: string, from: Day, to: Day): Promise<Holiday[]> {
    return this.within(viewer)
      .andWhere('h.country = :country AND h.day BETWEEN :from AND :to', { country, from, to })
      .orderBy('h.day')
      .addOrderBy('h.centre_id', 'ASC', 'NULLS FIRST')
      .getMany();
  }

  find(viewer: Viewer, id: string): Promise<Holiday | null> {
    return this.within(viewer).andWhere('h.id = :id', { id }).getOne();
  }

  findForChange(viewer: Viewer, id: string): Promise<Holiday | null> {
    return this.within(viewer).andWhere('h.id = :id', { id }).setLock('pessimistic_write', undefined, ['h']).getOne();
  }

  /** Without a viewer: on which days a centre rests is nobody's secret. */
  ofCentre(country: string, centreId: string, from: Day, to: Day): Promise<Holiday[]> {
    return this.standing()
      .andWhere('h.country = :country AND h.day BETWEEN :from AND :to AND (h.centre_id IS NULL OR h.centre_id = :centreId)', { country, from, to, centreId })
      .getMany();
  }

  async findOn(country: string, centreId: string | null, day: Day): Promise<Holiday | null> {
    return this.standing().andWhere('h.country = :country AND h.day = :day AND h.centre_id IS NOT DISTINCT FROM :centreId', { country, day, centreId }).getOne();
  }

  /** Years of a country about which there is a row, be it a removed one. */
  async knownYears(): Promise<ReadonlySet<string>> {
    const rows = (await this.unitOfWork.manager.query(
      `SELECT DISTINCT country || ' ' || extract(year FROM day) AS year FROM holiday WHERE centre_id IS NULL`,
    )) as { year: string }[];
    return new Set(rows.map(({ year }) => year));
  }

  async add(holidays: readonly Omit<Holiday, 'version'>[]): Promise<void> {
    await this.unitOfWork.manager.insert(Holiday, holidays.map((holiday) => ({ ...holiday })));
  }

  save(holiday: Holiday): Promise<Holiday> {
    return this.unitOfWork.manager.save(Holiday, holiday);
  }

  private standing(): SelectQueryBuilder<Holiday> {
    return this.unitOfWork.manager.createQueryBuilder(Holiday, 'h').where('NOT h.removed');
  }

  private within(viewer: Viewer): SelectQueryBuilder<Holiday> {
    return this.standing().andWhere(
      new Brackets((either) => either.where('h.centre_id IS NULL').orWhere('h.centre_id = ANY(:centreIds)', { centreIds: [...viewer.centreIds] })),
    );
  }
}
