import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, UnitOfWork, type Page } from '@sampan/kernel';
import { partOf } from '../by-name';
import { AdminArea } from './admin-area.entity';
import type { AreasQuery } from './area.dto';

const USUAL = 25;
const ROWS_AT_ONCE = 500;

@Injectable()
export class AreasRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list<T>({ country, level, name, cursor, limit = USUAL }: AreasQuery, present: (area: AdminArea) => T): Promise<Page<T>> {
    const position = decodeCursor(cursor, 'text');
    const back = position?.direction === 'previous';
    const rows = this.unitOfWork.manager
      .createQueryBuilder(AdminArea, 'a')
      .where('a.country = :country', { country })
      .orderBy('a.code', back ? 'DESC' : 'ASC')
      .limit(limit + 1);
    if (level) {
      rows.andWhere('a.level = :level', { level });
    }
    if (name) {
      rows.andWhere(`(a.code ILIKE :part OR EXISTS (SELECT FROM jsonb_each_text(a.names) AS named(language, name) WHERE named.name ILIKE :part))`, { part: partOf(name) });
    }
    if (position) {
      const [code] = position.key;
      rows.andWhere(`a.code ${back ? '<' : '>'} :code`, { code });
    }
    return toPage(await rows.getMany(), limit, position, ({ code }) => [code], present);
  }

  ofCountry(country: string): Promise<AdminArea[]> {
    return this.unitOfWork.manager.findBy(AdminArea, { country });
  }

  /** New ones are added, known ones brought up to date; codes are never reused for another place. */
  async keep(areas: readonly AdminArea[]): Promise<void> {
    for (let at = 0; at < areas.length; at += ROWS_AT_ONCE) {
      await this.unitOfWork.manager.upsert(AdminArea, areas.slice(at, at + ROWS_AT_ONCE).map((area) => ({ ...area })), ['code']);
    }
  }
}
